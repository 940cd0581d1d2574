package io.herd.agent;

import io.herd.action.Failure.Kind;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.engine.Events;
import io.herd.model.DaemonEvent;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Follows the daemon's events for the life of the agent, to invalidate the {@link DaemonInfoCache};
 * reconnects when the daemon is lost, and logs its loss and its return.
 */
final class EventWatcher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    private static final Map<String, List<String>> OF_WHAT_IS_COUNTED =
            Map.of("type", List.of("container", "image"));

    // A daemon that hangs, or whose host is gone, is as silent as an idle one: ping it after so
    // long.
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final int DOUBLINGS = 4;

    private enum Daemon {
        NEVER_SEEN,
        HERE,
        LOST
    }

    private final Engine engine;
    private final DaemonInfoCache counts;
    private final String endpoint;
    private final Thread thread = Thread.ofVirtual().name("herd-tracker").unstarted(this::run);
    private volatile boolean closed;
    private Daemon daemon = Daemon.NEVER_SEEN;
    private int failures;
    private volatile String lastDefect = "";

    /**
     * @param endpoint the daemon's endpoint, for the log
     */
    EventWatcher(Engine engine, DaemonInfoCache counts, String endpoint) {
        this.engine = engine;
        this.counts = counts;
        this.endpoint = endpoint;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                lost(follow());
                Thread.sleep(SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)));
                failures++;
            }
        } catch (InterruptedException _) {
            // It was closed.
        }
    }

    /** Follows the events until they end, and returns the reason why they did. */
    private EngineException follow() throws InterruptedException {
        var soon = Deadline.in(PATIENCE);
        // Earlier events are not needed: once events are followed, everything is asked for anew.
        try (var events =
                engine.events(Optional.empty(), Optional.empty(), OF_WHAT_IS_COUNTED, soon)) {
            counts.followed();
            here(counts.describe(soon));
            var reading = new FutureTask<>(() -> read(events));
            var reader = Thread.ofVirtual().name("herd-events").start(reading);
            while (!reader.join(SILENCE)) {
                engine.ping(Deadline.in(PATIENCE));
            }
            return reading.resultNow();
        } catch (EngineException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return defect(e);
        } finally {
            counts.unfollowed();
        }
    }

    private EngineException read(Events events) {
        try {
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                heard(event.get());
            }
            return new EngineException(
                    Kind.DAEMON_LOST,
                    "the Docker daemon at %s ended its events".formatted(endpoint));
        } catch (EngineException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return defect(e);
        }
    }

    /**
     * Logs an unexpected error and makes it an EngineException. Otherwise the thread would end, and
     * the node would go on reporting an old state of its daemon.
     */
    private EngineException defect(Throwable e) {
        // It is retried again and again; the same error is logged only once.
        if (!e.toString().equals(lastDefect)) {
            lastDefect = e.toString();
            LOG.log(Level.ERROR, "cannot follow the Docker daemon at " + endpoint, e);
        }
        return new EngineException(
                Kind.INTERNAL,
                "the Docker daemon at %s cannot be followed, a defect of herd: %s"
                        .formatted(endpoint, e.getMessage()),
                e);
    }

    private void heard(DaemonEvent event) {
        // The frequent events of health checks change no count.
        if (!event.action().startsWith("exec_") && !event.action().startsWith("health_status")) {
            counts.changed();
        }
    }

    private void here(DaemonState.Up up) {
        LOG.log(
                Level.INFO,
                daemon == Daemon.LOST
                        ? "daemon {0}, API {1}, is back at {2}"
                        : "daemon {0}, API {1}, at {2}",
                up.version(),
                up.apiVersion(),
                endpoint);
        daemon = Daemon.HERE;
        failures = 0;
    }

    private void lost(EngineException e) {
        if (daemon != Daemon.LOST && !closed) {
            LOG.log(
                    Level.WARNING,
                    "{0}; the node stays in the herd until it is back",
                    e.getMessage());
        }
        daemon = Daemon.LOST;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
