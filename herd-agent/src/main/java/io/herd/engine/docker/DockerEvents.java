package io.herd.engine.docker;

import io.herd.action.Frame;
import io.herd.action.Streaming;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.Events;
import io.herd.json.docker.DockerJson;
import io.herd.model.DaemonEvent;
import io.herd.model.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parsed events of a Docker daemon. */
final class DockerEvents implements Events {

    private final DockerClient daemon;
    private final DaemonStream events;
    private volatile boolean closed;

    private DockerEvents(DockerClient daemon, DaemonStream events) {
        this.daemon = daemon;
        this.events = events;
    }

    static DockerEvents open(
            DockerClient daemon,
            Optional<Instant> since,
            Optional<Instant> until,
            Map<String, List<String>> filters,
            Deadline deadline)
            throws EngineException {
        var what =
                new Streaming.Events(
                        since.map(DockerEvents::seconds),
                        until.map(DockerEvents::seconds),
                        filters);
        return new DockerEvents(daemon, new DockerStreams(daemon).events(what, deadline));
    }

    // The daemon reads the digits after the point as nanoseconds, so there must be nine.
    private static String seconds(Instant moment) {
        return "%d.%09d".formatted(moment.getEpochSecond(), moment.getNano());
    }

    @Override
    public Optional<DaemonEvent> next() throws EngineException {
        try {
            if (events.next() instanceof Frame.Document(var event)) {
                return Optional.of(daemon.read(() -> DockerJson.event(event)));
            }
            return Optional.empty();
        } catch (EngineException e) {
            if (closed) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        events.close();
    }
}
