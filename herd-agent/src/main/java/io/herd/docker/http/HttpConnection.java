package io.herd.docker.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.api.ApiHead;
import io.herd.api.ApiResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ChunkedOutputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthOutputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseWriter;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpDateGenerator;

/**
 * A client's connection: requests one after the other, and their answers, by HTTP/1.1. One thread
 * reads, another may write meanwhile.
 */
final class HttpConnection implements Closeable {

    // A dashboard has hundreds of connections.
    private static final int BUFFER = 8 * 1024;
    private static final int CHUNK = 16 * 1024;

    // dockerode repeats a whole form in the query; X-Registry-Config has all logins.
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_HEAD = 256 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Http1Config LIMITS =
            Http1Config.custom()
                    .setMaxLineLength(LONGEST_LINE)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build();

    private final ClientLink link;
    private final HeadInput in;
    private final OutputStream out;
    private final SessionInputBufferImpl input = new SessionInputBufferImpl(BUFFER, LONGEST_LINE);
    private final SessionOutputBufferImpl output = new SessionOutputBufferImpl(BUFFER);

    HttpConnection(ClientLink link) throws IOException {
        this.in = new HeadInput(link.input(), LARGEST_HEAD);
        this.out = link.output();
        this.link = link;
    }

    /**
     * Reads the head of the next request; empty if the client is done.
     *
     * @throws HttpException when it is no request, or too large
     */
    Optional<ClassicHttpRequest> next() throws IOException, HttpException {
        in.beginHead();
        try {
            return Optional.ofNullable(new DefaultHttpRequestParser(LIMITS).parse(input, in));
        } catch (ConnectionClosedException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            // The parser's, for a version such as HTTP/-1.1.
            throw new ProtocolException("the head of the request is no HTTP", e);
        } finally {
            in.endHead();
        }
    }

    /**
     * The length of a request's body; {@link ContentLengthStrategy#CHUNKED} if that is not known
     * before.
     *
     * @throws HttpException when it is not clear where the body ends
     */
    static long length(ClassicHttpRequest request) throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(request);
        return length == ContentLengthStrategy.UNDEFINED ? 0 : length;
    }

    /** A request's body. */
    InputStream body(long length) {
        return length == ContentLengthStrategy.CHUNKED
                ? new ChunkedInputStream(input, in, LIMITS)
                : new ContentLengthInputStream(input, in, length);
    }

    /** Tells a client that waits for it to send the body. */
    void goOn() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }

    /** Waits for something beyond the current request; false if there will be nothing. */
    boolean awaitMore() throws IOException {
        return input.hasBufferedData() || input.fillBuffer(in) > 0;
    }

    /** What comes after the current request, as it is. */
    int readRaw(byte[] into) throws IOException {
        return input.read(into, 0, into.length, in);
    }

    /** Writes the head of an answer. */
    void write(ApiHead head, boolean last) throws IOException {
        var response =
                new BasicClassicHttpResponse(
                        head.status(), head.reason().isEmpty() ? null : head.reason());
        response.setVersion(HttpVersion.HTTP_1_1);
        head.headers().forEach(it -> response.addHeader(it.name(), it.value()));
        if (head.framed() && head.header("Date").isEmpty()) {
            response.addHeader("Date", HttpDateGenerator.INSTANCE.getCurrentDate());
        }
        if (head.status() == 101) {
            response.addHeader("Connection", "Upgrade");
        } else if (last) {
            response.addHeader("Connection", "close");
        }
        try {
            new DefaultHttpResponseWriter().write(response, output, out);
        } catch (HttpException e) {
            throw new IOException(e);
        }
        output.flush(out);
    }

    /**
     * Writes an answer.
     *
     * @param bodied whether its body is sent, too
     */
    void write(ApiResponse response, boolean bodied, boolean last) throws IOException {
        var bytes = response.body().getBytes(UTF_8);
        var head = response.head();
        boolean empty = head.status() == 204 || head.status() == 304;
        write(
                bodied && !empty ? head.with("Content-Length", String.valueOf(bytes.length)) : head,
                last);
        if (bodied && !empty) {
            out.write(bytes);
        }
        out.flush();
    }

    /** A body in chunks; it is complete only when it is closed. */
    OutputStream chunked() {
        return new ChunkedOutputStream(output, out, CHUNK);
    }

    OutputStream sized(long length) {
        return new ContentLengthOutputStream(output, out, length);
    }

    OutputStream raw() {
        return out;
    }

    /**
     * Ends the connection after an answer to a request that was not read to its end: if it were
     * just closed, the client might lose the answer.
     */
    void leave() throws IOException {
        link.endOutput();
        try (var _ = new Closing(link, PATIENCE)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
