package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A container's process as its host sees it, where the daemon's host is this one.
 *
 * @param pid on the host
 */
record HostProcess(long pid, String container) {

    private static final long PATIENCE_SECONDS = 5;

    /**
     * Signals the process and those that it has started. It leads a session of its own, so that
     * nobody else is in its group.
     */
    void signal(String name) throws EngineException {
        check();
        try {
            // Java can send no other signals than TERM and KILL, and every shell has kill.
            var kill =
                    new ProcessBuilder(
                                    "/bin/sh",
                                    "-c",
                                    "kill -s \"$1\" -- \"-$2\"",
                                    "sh",
                                    name.replaceFirst("^SIG", ""),
                                    Long.toString(pid))
                            .redirectErrorStream(true)
                            .start();
            var said = new String(kill.getInputStream().readAllBytes(), UTF_8).strip();
            if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw cannot("cannot signal process %d: %s".formatted(pid, said));
            }
        } catch (IOException e) {
            throw cannot("cannot signal process %d: %s".formatted(pid, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannot("interrupted while signalling process " + pid);
        }
    }

    // A daemon on another host, or in another pid namespace, counts other pids than we do.
    private void check() throws EngineException {
        var groups = Path.of("/proc", Long.toString(pid), "cgroup");
        try {
            if (pid <= 1 || !Files.readString(groups).contains(container)) {
                throw cannot("process %d is not of this container on this host".formatted(pid));
            }
        } catch (IOException e) {
            throw cannot("process %d is not on this host".formatted(pid));
        }
    }

    private static EngineException cannot(String why) {
        return new EngineException(Kind.INTERNAL, why);
    }
}
