package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
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

    /** Resizes its terminal; without one, that is refused. */
    default void resize(Window window) throws EngineException {
        throw new EngineException(Kind.INVALID, "this stream has no terminal");
    }

    /** Tells that its only listener is gone. */
    void abandon();

    /** Closes what it holds besides the stream's own connection. */
    default void close() {}

    /** Deadline for calls about a process, which daemons answer at once. */
    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    static String size(Window window) {
        return "/resize?h=%d&w=%d".formatted(window.rows(), window.columns());
    }
}
