package io.herd.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Chunks;
import io.herd.engine.docker.http.Exchange;
import io.herd.engine.docker.http.SocketResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An upload to a Docker daemon: a call whose body is written piece by piece. The response may come
 * before the end of the body.
 */
final class Upload implements DaemonStream {

    /** Reads the frames in the body of a response; the last one is {@link Frame.Ended}. */
    @FunctionalInterface
    interface Answer {
        Frame next() throws EngineException, IOException;
    }

    private final DockerClient daemon;
    private final Exchange exchange;
    private final Chunks body;
    private final Function<SocketResponse, Answer> reader;
    // Read by one thread; null until the response has come.
    private @Nullable Answer answer;

    /** Begins the request. */
    Upload(
            DockerClient daemon,
            Exchange exchange,
            Request request,
            Function<SocketResponse, Answer> reader)
            throws IOException {
        this.daemon = daemon;
        this.exchange = exchange;
        this.reader = reader;
        exchange.begin(request);
        body = new Chunks(exchange.output());
    }

    @Override
    public Frame next() throws EngineException {
        try {
            var begun = answer;
            if (begun == null) {
                begun = reader.apply(daemon.accepted(exchange.response()));
                answer = begun;
            }
            return begun.next();
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        try {
            body.write(input.array(), input.arrayOffset() + input.position(), input.remaining());
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void endInput() throws EngineException {
        try {
            body.close();
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw new EngineException(Kind.INVALID, "an archive has no terminal");
    }

    @Override
    public void abandon() {
        // Nothing: without its end the daemon treats the body as cut off.
    }

    @Override
    public void close() {
        exchange.close();
    }
}
