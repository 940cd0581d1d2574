package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A container's process on this host, to be signalled by its pid. The daemon is not trusted about
 * it: the kernel must confirm that the process belongs to this container and did not exist before
 * it was asked for.
 *
 * @param pid pid on the host, as the daemon reports it
 * @param container full id, as the daemon reports it
 * @param asked the {@link #uptime} when the daemon was asked to start it
 */
record HostProcess(long pid, String container, Duration asked) {

    private static final long PATIENCE_SECONDS = 5;
    // Of proc(5): a process's start in its stat, behind its name; in hundredths of a second.
    private static final int START = 19;
    private static final int HUNDREDTH = 10_000_000;
    private static final Duration TOLERANCE = Duration.ofMillis(20);

    /**
     * How long the host has been up, by which the kernel says when a process was started: unlike
     * the time of day, nobody sets it. Where there is none, none was started later.
     */
    static Duration uptime() {
        try {
            var seconds = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
            return Duration.ofNanos(new BigDecimal(seconds).movePointRight(9).longValue());
        } catch (IOException e) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
    }

    /**
     * Signals the process and its children. It leads its own session, so that no other process is
     * in its group.
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

    // A daemon on another host, or in another pid namespace, has other pids than ours.
    void check() throws EngineException {
        if (pid <= 1 || !isInContainer()) {
            throw cannot("process %d is not of this container on this host".formatted(pid));
        }
        if (started().plus(TOLERANCE).compareTo(asked) < 0) {
            throw cannot("process %d was there before this command".formatted(pid));
        }
    }

    private Duration started() throws EngineException {
        var stat = read("stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofNanos(Long.parseLong(fields[START])).multipliedBy(HUNDREDTH);
    }

    private String read(String file) throws EngineException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw cannot("process %d is not on this host".formatted(pid));
        }
    }

    private boolean isInContainer() throws EngineException {
        if (!container.matches(DockerEngine.FULL_ID)) {
            return false;
        }
        // The names that the cgroup drivers cgroupfs and systemd give it, and that podman does.
        var names =
                Set.of(
                        container,
                        "docker-" + container + ".scope",
                        "libpod-" + container + ".scope");
        return read("cgroup")
                .lines()
                // cgroups(7): hierarchy-ID:controller-list:cgroup-path
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .flatMap(parts -> Arrays.stream(parts[2].split("/")))
                .anyMatch(names::contains);
    }

    private static EngineException cannot(String why) {
        return new EngineException(Kind.INTERNAL, why);
    }
}
