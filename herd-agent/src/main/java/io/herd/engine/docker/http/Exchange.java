package io.herd.engine.docker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request and its response on a connection that is used for nothing else. */
public final class Exchange implements Closeable {

    private static final System.Logger LOG = System.getLogger("io.herd.engine");

    private static final int BUFFER = 16 * 1024;
    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final String authority;

    Exchange(Connection connection, String authority) {
        this.connection = connection;
        this.authority = authority;
    }

    public SocketResponse run(Request request) throws IOException {
        send(request);
        var response = response();
        var hijacked = hijackedInput(request);
        if (hijacked != null && response.getStatusCode() < 300) {
            Thread.ofVirtual().name("herd-docker-input").start(() -> pump(hijacked));
        }
        return response;
    }

    /**
     * The same for a connection that is upgraded: both sides go on using it after the response's
     * head.
     */
    public SocketResponse upgrade(Request request) throws IOException {
        var bytes = request.bodyBytes();
        var body = bytes == null ? NOTHING : bytes;
        var head = head(request, "Upgrade").append("Upgrade: tcp\r\n");
        header(head, "Content-Length", String.valueOf(body.length));
        write(head, body);
        return response();
    }

    /** Sends only the head of a request; its body is written after this, as {@link Chunks}. */
    public void begin(Request request) throws IOException {
        var head = head(request, "close");
        header(head, "Transfer-Encoding", "chunked");
        write(head, NOTHING);
    }

    /**
     * Sends the head of a request as it is, and the beginning of its body; the rest, if any, is
     * written after this. A daemon may answer by the head alone, and close: that is no error here,
     * and reading the response fails if it has not answered.
     *
     * @param headers names and values, beside those about the connection
     */
    public void begin(
            String method, String target, List<Map.Entry<String, String>> headers, byte[] body)
            throws IOException {
        var head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        header(head, "Host", authority);
        headers.forEach(it -> header(head, it.getKey(), it.getValue()));
        try {
            write(head, body);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a request was not wanted to its end", e);
        }
    }

    /** Reads the response to the request that was sent. */
    public SocketResponse response() throws IOException {
        return response(BUFFER);
    }

    /**
     * The same for a response that may be large.
     *
     * @param buffer how many bytes of it are read at once
     */
    public SocketResponse response(int buffer) throws IOException {
        var input = new BufferedInputStream(connection.input(), buffer);
        var head = ResponseHead.read(input);
        while (head.interim()) {
            head = ResponseHead.read(input);
        }
        return new SocketResponse(head, head.body(input), connection);
    }

    public OutputStream output() {
        return connection.output();
    }

    /** Tells the daemon that nothing more will be sent, and goes on reading. */
    public void endOutput() throws IOException {
        connection.endOutput();
    }

    /** Removes the deadline. */
    public void endless() {
        connection.endless();
    }

    @Override
    public void close() {
        connection.close();
    }

    private StringBuilder head(Request request, String connection) {
        var head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        header(head, "Host", authority);
        request.headers().forEach((name, value) -> header(head, name, value));
        header(head, "Connection", connection);
        return head;
    }

    // At once: a daemon that refuses by the head may close before it is sent the body.
    private void write(StringBuilder head, byte[] body) throws IOException {
        var ended = head.append("\r\n").toString().getBytes(ISO_8859_1);
        var all = Arrays.copyOf(ended, ended.length + body.length);
        System.arraycopy(body, 0, all, ended.length, body.length);
        connection.output().write(all);
    }

    private void send(Request request) throws IOException {
        var bytes = request.bodyBytes();
        var stream = bytes == null ? bodyStream(request) : null;
        var hijacked = hijackedInput(request) != null;
        var head = head(request, hijacked ? "Upgrade" : "close");
        if (hijacked) {
            header(head, "Upgrade", "tcp");
        }
        if (stream != null) {
            header(head, "Transfer-Encoding", "chunked");
        } else if (bytes != null || !request.method().equals("GET")) {
            header(head, "Content-Length", String.valueOf(bytes == null ? 0 : bytes.length));
        }
        write(head, bytes == null ? NOTHING : bytes);
        if (stream != null) {
            sendChunked(stream, connection.output());
        }
    }

    private static void header(StringBuilder head, String name, String value) {
        if ((name + value).chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("line break in the HTTP header " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static void sendChunked(InputStream body, OutputStream output) throws IOException {
        var chunks = new Chunks(output);
        body.transferTo(chunks);
        chunks.close();
    }

    private void pump(InputStream hijacked) {
        try (hijacked) {
            hijacked.transferTo(connection.output());
            connection.endOutput();
        } catch (IOException _) {
            // The other direction ends too, and reports why.
        }
    }

    // docker-java does not mark these two as nullable, but they are.
    @SuppressWarnings("NullAway")
    private static @Nullable InputStream hijackedInput(Request request) {
        return request.hijackedInput();
    }

    @SuppressWarnings("NullAway")
    private static @Nullable InputStream bodyStream(Request request) {
        return request.body();
    }
}
