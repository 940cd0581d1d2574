package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;

/** No process: the stream comes from the daemon itself, such as logs or events. */
record NoProcess() implements DaemonProcess {

    @Override
    public Frame last() {
        return new Frame.Ended();
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw new EngineException(Kind.INVALID, "this stream has no terminal");
    }

    @Override
    public void abandon() {
        // It ends with its connection.
    }

    @Override
    public void close() {
        // There is nothing but the connection.
    }
}
