package io.herd.herd.creation;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A condition on a node's labels for taking a container, in Swarm's syntax: {@code
 * node.labels.K==V} or {@code !=V}.
 *
 * @param equal whether the label must have the value, or must not have it
 */
public record Constraint(String label, boolean equal, String value) {

    private static final Pattern FORM =
            Pattern.compile("node\\.labels\\.([^=!\\s]+?)\\s*(==|!=)\\s*(.*)");

    /**
     * @throws IllegalArgumentException naming the value and the allowed forms
     */
    public static Constraint parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "invalid constraint '%s': use node.labels.K==V or node.labels.K!=V"
                            .formatted(text));
        }
        return new Constraint(form.group(1), form.group(2).equals("=="), form.group(3));
    }

    /**
     * Whether the labels fulfil it. A node without the label has no value, so it differs from any.
     */
    public boolean admits(Map<String, String> labels) {
        return value.equals(labels.get(label)) == equal;
    }

    @Override
    public String toString() {
        return "node.labels." + label + (equal ? "==" : "!=") + value;
    }
}
