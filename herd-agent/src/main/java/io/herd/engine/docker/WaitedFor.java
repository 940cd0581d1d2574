package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.SocketResponse;
import java.io.IOException;

/**
 * A process whose exit code alone is waited for.
 *
 * @param answer response that gives its exit code, once it has ended
 */
record WaitedFor(DockerClient daemon, SocketResponse answer) implements DaemonProcess {

    @Override
    public Frame last() throws EngineException {
        try {
            return new Frame.Exited(daemon.exitCode(answer));
        } catch (IOException e) {
            throw daemon.broke(e);
        }
    }

    @Override
    public void abandon() {
        // Nothing: the container runs on, for others too.
    }
}
