package io.herd.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container, as an entry of a node's list.
 *
 * @param id full id
 * @param names without the leading slash; more than one if other containers link to it
 * @param image as the daemon shows it: a reference, or an id once the reference means another image
 * @param state such as {@code running}
 * @param status the daemon's own text, such as {@code Up 3 minutes}
 * @param size present only if the list was requested with sizes
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

    /** Its names without those of legacy links, which have a slash inside. */
    public List<String> ownNames() {
        return names.stream().filter(name -> name.indexOf('/') < 0).toList();
    }

    /**
     * The size of a container.
     *
     * @param written bytes in its own layer
     * @param whole bytes including its image's
     */
    public record Size(long written, long whole) {}

    /**
     * A port of a container.
     *
     * @param address address of the host on which it is published, empty if it is not published
     * @param published port of the host, 0 if it is not published
     * @param inside port of the container
     * @param protocol such as {@code tcp}
     */
    public record Port(String address, int published, int inside, String protocol) {}
}
