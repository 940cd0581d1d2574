package io.herd.model;

import java.util.regex.Pattern;

/** The name of a node, as given by {@code herd agent --name}; unique in its herd. */
public record NodeName(String value) implements Comparable<NodeName> {

    // Like a host name label with dots and underscores; a slash would be mistaken for NODE/NAME.
    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");

    /**
     * @throws IllegalArgumentException naming the value and the allowed characters
     */
    public NodeName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "invalid node name '%s': use up to 63 letters, digits, '.', '_' and '-', a letter or digit first"
                            .formatted(value));
        }
    }

    @Override
    public int compareTo(NodeName other) {
        return NaturalOrder.OF_NAMES.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
