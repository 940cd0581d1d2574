package io.herd.model;

import java.time.Instant;
import java.util.List;

/**
 * A container in a list.
 *
 * @param id full id
 * @param names without the leading slash; more than one where others link to it
 * @param image as the daemon shows it: a reference, or an id once the reference has moved on
 * @param state such as {@code running}
 * @param status the daemon's own text, such as {@code Up 3 minutes}
 * @param raw the whole element of the Docker API's list
 */
public record Container(
        NodeName node,
        String id,
        List<String> names,
        String image,
        String command,
        Instant created,
        String state,
        String status,
        List<Port> ports,
        RawJson raw) {

    /**
     * A port of a container.
     *
     * @param address the host's address it is published on, empty if it is not
     * @param published the host's port, 0 if it is not published
     * @param inside the container's port
     * @param protocol such as {@code tcp}
     */
    public record Port(String address, int published, int inside, String protocol) {}
}
