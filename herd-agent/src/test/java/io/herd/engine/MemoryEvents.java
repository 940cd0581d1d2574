package io.herd.engine;

import io.herd.action.Failure.Kind;
import io.herd.json.ContainerForms;
import io.herd.model.DaemonEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a daemon in memory tells of what happens at it; it forgets nothing. */
final class MemoryEvents {

    private final Guarded state = new Guarded();
    private final List<DaemonEvent> all = new ArrayList<>();
    private Instant last = Instant.EPOCH;
    private boolean held;
    private int lives;

    /** No two at the same moment. */
    void tell(String type, String action, String actor, Map<String, String> attributes) {
        state.change(() -> {
            var now = Instant.now();
            last = now.isAfter(last) ? now : last.plusNanos(1);
            all.add(ContainerForms.event(type, action, actor, attributes, last));
        });
    }

    /** Whether what happens is told only later. */
    void hold(boolean now) {
        state.change(() -> held = now);
    }

    /** Everybody who listens loses the daemon. */
    void end() {
        state.change(() -> lives++);
    }

    Events open(
            Optional<Instant> since, Optional<Instant> until, Map<String, List<String>> filters) {
        return state.look(
                () -> new Told(since.isPresent() ? 0 : all.size(), lives, since, until, filters));
    }

    private final class Told implements Events {

        private final int life;
        private final Optional<Instant> since;
        private final Optional<Instant> until;
        private final Map<String, List<String>> filters;
        private int next;
        private boolean closed;

        Told(
                int next,
                int life,
                Optional<Instant> since,
                Optional<Instant> until,
                Map<String, List<String>> filters) {
            this.next = next;
            this.life = life;
            this.since = since;
            this.until = until;
            this.filters = filters;
        }

        @Override
        public Optional<DaemonEvent> next() throws EngineException {
            return state.await(this::awaited);
        }

        private Optional<DaemonEvent> awaited() throws EngineException, InterruptedException {
            while (!closed) {
                if (life != lives) {
                    throw new EngineException(
                            Kind.DAEMON_LOST,
                            "lost the answer of the Docker daemon in memory: it closed the connection");
                }
                while (!held && next < all.size()) {
                    var event = all.get(next++);
                    if (fits(event)) {
                        return Optional.of(event);
                    }
                }
                if (until.isPresent() && !Instant.now().isBefore(until.get())) {
                    return Optional.empty();
                }
                // Woken early by an event; the loop looks again either way.
                state.awaitChange(left().toNanos());
            }
            return Optional.empty();
        }

        private Duration left() {
            return until.map(end -> Duration.between(Instant.now(), end).plusNanos(1))
                    .orElse(Duration.ofDays(1));
        }

        private boolean fits(DaemonEvent event) {
            return since.filter(event.time()::isBefore).isEmpty()
                    && until.filter(event.time()::isAfter).isEmpty()
                    && filters.entrySet().stream()
                            .allMatch(filter -> fits(event, filter.getKey(), filter.getValue()));
        }

        private static boolean fits(DaemonEvent event, String filter, List<String> values) {
            return switch (filter) {
                case "type" -> values.contains(event.type());
                case "event" -> values.contains(event.action());
                case "container" ->
                        event.type().equals("container")
                                && (values.contains(event.actor())
                                        || values.contains(event.attributes().get("name")));
                default -> throw new IllegalArgumentException(filter);
            };
        }

        @Override
        public void close() {
            state.change(() -> closed = true);
        }
    }
}
