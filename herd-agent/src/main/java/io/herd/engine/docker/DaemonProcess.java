package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import java.time.Duration;

/** What runs behind a conversation with a daemon. */
sealed interface DaemonProcess permits ContainerProcess, ExecProcess, NoProcess, WaitedFor {

    /** Said after the last output: how it ended. */
    Frame last() throws EngineException;

    void resize(Window window) throws EngineException;

    /** Its only listener is gone. */
    void abandon();

    void close();

    /** For calls about a process, which daemons answer at once. */
    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    static String size(Window window) {
        return "/resize?h=%d&w=%d".formatted(window.rows(), window.columns());
    }
}
