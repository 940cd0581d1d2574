package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request and its response on a connection that is used for nothing else. */
final class Exchange {

    private static final int BUFFER = 16 * 1024;

    private final Connection connection;
    private final String authority;

    Exchange(Connection connection, String authority) {
        this.connection = connection;
        this.authority = authority;
    }

    Response run(Request request) throws IOException {
        send(request);
        var input = new BufferedInputStream(connection.input(), BUFFER);
        var head = ResponseHead.read(input);
        while (head.interim()) {
            head = ResponseHead.read(input);
        }
        var hijacked = hijackedInput(request);
        if (hijacked != null && head.status() < 300) {
            Thread.ofVirtual().name("herd-docker-input").start(() -> pump(hijacked));
        }
        return new SocketResponse(head, head.body(input), connection);
    }

    private void send(Request request) throws IOException {
        var output = connection.output();
        var bytes = request.bodyBytes();
        var stream = bytes == null ? bodyStream(request) : null;
        var head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        header(head, "Host", authority);
        request.headers().forEach((name, value) -> header(head, name, value));
        if (hijackedInput(request) != null) {
            header(head, "Connection", "Upgrade");
            header(head, "Upgrade", "tcp");
        } else {
            header(head, "Connection", "close");
        }
        if (stream != null) {
            header(head, "Transfer-Encoding", "chunked");
        } else if (bytes != null || !request.method().equals("GET")) {
            header(head, "Content-Length", String.valueOf(bytes == null ? 0 : bytes.length));
        }
        output.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (bytes != null) {
            output.write(bytes);
        } else if (stream != null) {
            sendChunked(stream, output);
        }
    }

    private static void header(StringBuilder head, String name, String value) {
        if ((name + value).chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("line break in the HTTP header " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static void sendChunked(InputStream body, OutputStream output) throws IOException {
        var chunk = new byte[BUFFER];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            if (n > 0) {
                output.write((Integer.toHexString(n) + "\r\n").getBytes(US_ASCII));
                output.write(chunk, 0, n);
                output.write("\r\n".getBytes(US_ASCII));
            }
        }
        output.write("0\r\n\r\n".getBytes(US_ASCII));
    }

    private void pump(InputStream hijacked) {
        try (hijacked) {
            hijacked.transferTo(connection.output());
            connection.endOutput();
        } catch (IOException _) {
            // The other direction ends, too, and says why.
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
