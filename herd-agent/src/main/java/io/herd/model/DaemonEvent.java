package io.herd.model;

import java.time.Instant;
import java.util.Map;

/**
 * An event of a Docker daemon.
 *
 * @param type type of the object it is about, such as {@code container}
 * @param action such as {@code start}; some have more after a colon, {@code exec_start: sh -c true}
 * @param actor full id of the object it is about
 * @param attributes attributes of the object, including a container's labels
 * @param time time on the daemon's clock
 * @param raw the whole event as the daemon sent it
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
