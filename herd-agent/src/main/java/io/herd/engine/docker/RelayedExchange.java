package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Chunks;
import io.herd.engine.docker.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A request that is handed to a daemon bit by bit, and its answer, which is handed back so. */
final class RelayedExchange implements DaemonStream {

    private static final int MOST_AT_ONCE = 64 * 1024;

    private final DockerClient daemon;
    private final Exchange exchange;
    private final ApiRequest request;
    private final byte[] buffer = new byte[MOST_AT_ONCE];
    private @Nullable InputStream answer;
    private volatile boolean sent;

    RelayedExchange(DockerClient daemon, Exchange exchange, ApiRequest request) {
        this.daemon = daemon;
        this.exchange = exchange;
        this.request = request;
        this.sent =
                request.body() instanceof ApiBody.None || request.body() instanceof ApiBody.Text;
    }

    @Override
    public Frame next() throws EngineException {
        try {
            return answer == null ? head() : rest(answer);
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    private Frame head() throws IOException {
        var response = exchange.response(MOST_AT_ONCE);
        exchange.endless();
        answer = DockerApi.isBodiless(request) ? InputStream.nullInputStream() : response.body();
        return new Frame.Head(DockerApi.head(response, request));
    }

    private Frame rest(InputStream body) throws IOException {
        int n = body.read(buffer);
        return n < 0 ? new Frame.Ended() : new Frame.Out(ByteBuffer.wrap(buffer, 0, n));
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        try {
            body().write(input.array(), input.arrayOffset() + input.position(), input.remaining());
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    // A tunnel takes bytes as they are.
    private OutputStream body() {
        return !sent && request.body() instanceof ApiBody.Unsized
                ? new Chunks(exchange.output())
                : exchange.output();
    }

    @Override
    public void endInput() throws EngineException {
        try {
            if (sent) {
                exchange.endOutput();
            } else if (request.body() instanceof ApiBody.Unsized) {
                body().close();
            }
            sent = true;
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw daemon.unusable("has an endpoint of its own for that");
    }

    @Override
    public void abandon() {
        // The daemon sees that the connection is closed.
    }

    @Override
    public void close() {
        exchange.close();
    }
}
