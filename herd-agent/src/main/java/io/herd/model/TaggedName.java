package io.herd.model;

import java.util.Optional;

/** A name for an image. */
public record TaggedName(String repository, String tag) {

    /**
     * The name that a reference is; empty if it is a digest, or the image's id.
     *
     * @param id {@code sha256:} and 64 digits
     */
    public static Optional<TaggedName> of(String reference, String id) {
        if (reference.contains("@")
                || id.startsWith(reference)
                || id.startsWith("sha256:" + reference)) {
            return Optional.empty();
        }
        int colon = reference.lastIndexOf(':');
        return Optional.of(
                colon > reference.lastIndexOf('/')
                        ? new TaggedName(
                                reference.substring(0, colon), reference.substring(colon + 1))
                        : new TaggedName(reference, "latest"));
    }
}
