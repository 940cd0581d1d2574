package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import java.time.Duration;

/**
 * The process behind a {@link DockerConversation}, if any: gives its last frame, resizes its
 * terminal, ends it.
 */
sealed interface DaemonProcess permits ContainerProcess, ExecProcess, NoProcess, WaitedFor {

    /** The frame after the last output: how the process ended. */
    Frame last() throws EngineException;

    void resize(Window window) throws EngineException;

    /** Tells that its only listener is gone. */
    void abandon();

    void close();

    /** Deadline for calls about a process, which daemons answer at once. */
    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    static String size(Window window) {
        return "/resize?h=%d&w=%d".formatted(window.rows(), window.columns());
    }
}
