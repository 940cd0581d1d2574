package io.herd.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.api.ApiHead;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;
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
public final class HttpConnection implements Closeable {

    // A dashboard has hundreds of connections.
    private static final int BUFFER = 8 * 1024;
    private static final int CHUNK = 16 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ClientLink link;
    private final HeadLimits limits;
    private final Http1Config config;
    private final HeadInput in;
    private final OutputStream out;
    private final SessionInputBufferImpl input;
    private final SessionOutputBufferImpl output = new SessionOutputBufferImpl(BUFFER);

    public HttpConnection(ClientLink link, HeadLimits limits) throws IOException {
        this.in = new HeadInput(link.input(), limits.bytes());
        this.out = link.output();
        this.link = link;
        this.limits = limits;
        this.config =
                Http1Config.custom()
                        .setMaxLineLength(limits.line())
                        .setMaxHeaderCount(limits.headers())
                        .build();
        this.input = new SessionInputBufferImpl(BUFFER, limits.line());
    }

    /**
     * Reads the head of the next request; empty if the client is done.
     *
     * @throws RefusedRequestException when it is none, or too large, or it is not clear where its
     *     body ends
     */
    public Optional<RequestHead> next() throws IOException, RefusedRequestException {
        in.beginHead(input.hasBufferedData());
        try {
            var request = new DefaultHttpRequestParser(config).parse(input, in);
            return request == null ? Optional.empty() : Optional.of(head(request));
        } catch (ConnectionClosedException e) {
            return Optional.empty();
        } catch (MessageConstraintException | RequestHeaderFieldsTooLargeException e) {
            throw new RefusedRequestException(
                    RefusedRequestException.TOO_LARGE,
                    "the head of the request is too large: a line may have %d bytes, all %d, and there may be %d headers"
                            .formatted(limits.line(), limits.bytes(), limits.headers()));
        } catch (ParseException e) {
            throw new RefusedRequestException(
                    RefusedRequestException.BAD_REQUEST, e.getMessage() + ": use HTTP/1.1");
        } catch (HttpException | EOFException e) {
            throw new RefusedRequestException(
                    RefusedRequestException.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // The parser's, for a version such as HTTP/-1.1.
            throw new RefusedRequestException(
                    RefusedRequestException.BAD_REQUEST, "the head of the request is no HTTP");
        } finally {
            in.endHead();
        }
    }

    private static RequestHead head(ClassicHttpRequest request) throws HttpException {
        var version = request.getVersion();
        if (version.getMajor() != 1 || version.getMinor() > 9) {
            throw new ProtocolException(
                    "the request line ends with '%s': use HTTP/1.1".formatted(version));
        }
        var headers = new ArrayList<Header>();
        for (var header : request.getHeaders()) {
            var value = header.getValue();
            headers.add(new Header(header.getName(), value == null ? "" : value));
        }
        return new RequestHead(
                request.getMethod(),
                request.getPath(),
                version.lessEquals(HttpVersion.HTTP_1_0),
                headers,
                length(request));
    }

    private static long length(ClassicHttpRequest request) throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(request);
        if (length == ContentLengthStrategy.CHUNKED) {
            return RequestHead.CHUNKED;
        }
        return length == ContentLengthStrategy.UNDEFINED ? 0 : length;
    }

    /** The body of the request that was read last. */
    public InputStream body(RequestHead request) {
        return request.length() == RequestHead.CHUNKED
                ? new ChunkedInputStream(input, in, config)
                : new ContentLengthInputStream(input, in, request.length());
    }

    /** Tells a client that waits for it to send the body. */
    public void goOn() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }

    /** Waits for something beyond the current request; false if there will be nothing. */
    public boolean awaitMore() throws IOException {
        return input.hasBufferedData() || input.fillBuffer(in) > 0;
    }

    /** What comes after the current request, as it is. */
    public int readRaw(byte[] into) throws IOException {
        return input.read(into, 0, into.length, in);
    }

    /** Writes the head of an answer. */
    public void write(ApiHead head, boolean last) throws IOException {
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
    public void write(ApiResponse response, boolean bodied, boolean last) throws IOException {
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
    public OutputStream chunked() {
        return new ChunkedOutputStream(output, out, CHUNK);
    }

    public OutputStream sized(long length) {
        return new ContentLengthOutputStream(output, out, length);
    }

    public OutputStream raw() {
        return out;
    }

    /**
     * Ends the connection after an answer to a request that was not read to its end: if it were
     * just closed, the client might lose the answer.
     */
    public void leave() throws IOException {
        try (var _ = farewell()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Tells the client that no other answer will come. Who reads what it still sends has the time
     * until the connection is closed.
     */
    public Closing farewell() throws IOException {
        var closing = new Closing(link, PATIENCE);
        link.endOutput();
        return closing;
    }

    /** Lets whoever reads see the end, whatever the client would still send. */
    public void endInput() throws IOException {
        link.endInput();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
