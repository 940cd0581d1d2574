package io.herd.model;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened at a Docker daemon.
 *
 * @param type of what it happened to, such as {@code container}
 * @param action such as {@code start}; some say more behind a colon, {@code exec_start: sh -c true}
 * @param actor the full id of what it happened to
 * @param attributes what the daemon says of it, a container's labels among them
 * @param time on the daemon's clock
 * @param raw the whole event as the daemon told it
 */
public record DaemonEvent(
        String type,
        String action,
        String actor,
        Map<String, String> attributes,
        Instant time,
        RawJson raw) {

    public DaemonEvent {
        attributes = Map.copyOf(attributes);
    }
}
