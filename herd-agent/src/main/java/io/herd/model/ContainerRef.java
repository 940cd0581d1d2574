package io.herd.model;

import java.util.Optional;

/**
 * A reference to a container, as a user writes it: full id, unique id prefix, name, or any of these
 * after {@code NODE/}.
 *
 * @param node the node it must be on, if the user said so
 * @param text id, id prefix or name, without a leading slash
 */
public record ContainerRef(Optional<NodeName> node, String text) {

    /**
     * @throws IllegalArgumentException naming the value, when it cannot be a reference
     */
    public static ContainerRef parse(String text) {
        int slash = text.indexOf('/');
        // The daemon itself writes names with a leading slash, and docker accepts that form.
        var node =
                slash > 0
                        ? Optional.of(new NodeName(text.substring(0, slash)))
                        : Optional.<NodeName>empty();
        var name = text.substring(slash + 1);
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "invalid container '%s': use an id, an id prefix, a name or NODE/NAME"
                            .formatted(text));
        }
        return new ContainerRef(node, name);
    }

    @Override
    public String toString() {
        return node.map(n -> n + "/" + text).orElse(text);
    }
}
