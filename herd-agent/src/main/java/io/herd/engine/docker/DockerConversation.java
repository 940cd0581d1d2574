package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stream over one HTTP exchange with a Docker daemon: its decoded output, and the process that it
 * comes from.
 */
record DockerConversation(
        DockerClient daemon, Exchange exchange, Output output, DaemonProcess process)
        implements DaemonStream {

    @Override
    public Frame next() throws EngineException {
        try {
            var next = output.next();
            return next.isPresent() ? next.get() : process.last();
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        try {
            exchange.output()
                    .write(
                            input.array(),
                            input.arrayOffset() + input.position(),
                            input.remaining());
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void endInput() throws EngineException {
        try {
            exchange.endOutput();
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void resize(Window window) throws EngineException {
        process.resize(window);
    }

    @Override
    public void abandon() {
        process.abandon();
    }

    @Override
    public void close() {
        exchange.close();
        process.close();
    }
}
