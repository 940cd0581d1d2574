package io.herd.model;

import java.time.Instant;
import java.util.List;

/**
 * An image, as an entry of a node's list.
 *
 * @param id with {@code sha256:}
 * @param tags such as {@code registry:5000/a/b:c}; empty for an image without a name
 * @param digests such as {@code a/b@sha256:…}
 * @param size bytes
 * @param raw the whole element of the Docker API's list, with its {@code Node}
 */
public record Image(
        NodeName node,
        String id,
        List<String> tags,
        List<String> digests,
        Instant created,
        long size,
        RawJson raw) {}
