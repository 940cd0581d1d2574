package io.herd.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reports the service's state to systemd: ready, stopping, and, for the watchdog, that it still
 * works. Does nothing if systemd did not start the process.
 */
final class Systemd implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    // Watchdog messages within its time limit: two of them may get lost.
    private static final int SIGNS_IN_TIME = 3;

    private final Optional<NotifySocket> socket;
    private final Optional<Duration> watchdog;
    private Optional<Thread> signsOfLife = Optional.empty();

    private Systemd(Optional<NotifySocket> socket, Optional<Duration> watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /**
     * @param environment the process's environment: systemd.exec(5)
     * @param pid process id of this process
     */
    static Systemd of(Map<String, String> environment, long pid) {
        var address = Optional.ofNullable(environment.get("NOTIFY_SOCKET"));
        // The watchdog may be meant for the process that started this one.
        var watched = environment.getOrDefault("WATCHDOG_PID", "" + pid).equals("" + pid);
        var microseconds =
                Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                        .filter(usec -> watched && usec.matches("[1-9][0-9]{0,17}"));
        return new Systemd(
                address.map(NotifySocket::new),
                microseconds.map(usec -> Duration.of(Long.parseLong(usec), ChronoUnit.MICROS)));
    }

    /**
     * Reports that the service is ready, and starts the watchdog messages if systemd expects them.
     *
     * @param works whether the process works; asked again and again from now on
     */
    void ready(BooleanSupplier works) {
        tell("READY=1");
        if (socket.isPresent() && watchdog.isPresent()) {
            var pause = watchdog.get().dividedBy(SIGNS_IN_TIME);
            signsOfLife =
                    Optional.of(
                            Thread.ofVirtual()
                                    .name("herd-watchdog")
                                    .start(() -> giveSigns(pause, works)));
        }
    }

    /**
     * Reports that the service stops, and ends the watchdog messages: systemd expects none any
     * more.
     */
    void stopping() {
        close();
        tell("STOPPING=1");
    }

    private void giveSigns(Duration pause, BooleanSupplier works) {
        try {
            while (true) {
                giveSign(works);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveSign(BooleanSupplier works) {
        try {
            if (works.getAsBoolean()) {
                tell("WATCHDOG=1");
            } else if (!Thread.currentThread().isInterrupted()) {
                LOG.log(Level.WARNING, "this agent does not answer itself");
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "cannot tell whether this agent works", e);
        }
    }

    private void tell(String assignment) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            socket.get().send(assignment);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot tell systemd {0}: {1}", assignment, e.getMessage());
        }
    }

    @Override
    public void close() {
        signsOfLife.ifPresent(Thread::interrupt);
    }
}
