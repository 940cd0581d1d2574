package io.herd.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Chunks;
import io.herd.engine.docker.http.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An upload to a Docker daemon: a call whose body is written piece by piece. The only answer is the
 * response, which may come before the end of the body.
 */
record Upload(DockerClient daemon, Exchange exchange, Chunks body) implements DaemonStream {

    static Upload begin(DockerClient daemon, Exchange exchange, Request request)
            throws IOException {
        exchange.begin(request);
        return new Upload(daemon, exchange, new Chunks(exchange.output()));
    }

    @Override
    public Frame next() throws EngineException {
        try {
            var _ = daemon.accepted(exchange.response());
            return new Frame.Ended();
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
