package io.herd.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container in a list.
 *
 * @param id full id
 * @param names without the leading slash; more than one where others link to it
 * @param image as the daemon shows it: a reference, or an id once the reference has moved on
 * @param state such as {@code running}
 * @param status the daemon's own text, such as {@code Up 3 minutes}
 * @param size only if its list was asked with sizes
 * @param raw the whole element of the Docker API's list, with its {@code Node}
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
        Map<String, String> labels,
        Optional<Size> size,
        RawJson raw) {

    /**
     * How large a container is.
     *
     * @param written bytes in its own layer
     * @param whole bytes with its image's
     */
    public record Size(long written, long whole) {}

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
