package io.herd.cli.config;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A label of a node, {@code K=V}. */
public record Label(String name, String value) {

    /**
     * Parses {@code K=V}.
     *
     * @throws IllegalArgumentException naming the text, if no constraint could name such a label
     */
    public static Label parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || !text.substring(0, equals).matches("[^!\\s]+")) {
            throw new IllegalArgumentException(
                    "invalid label '%s': use K=V, such as zone=east".formatted(text));
        }
        return new Label(text.substring(0, equals), text.substring(equals + 1));
    }

    /** The labels as a map; the last one wins if a label is given twice. */
    public static Map<String, String> byName(Collection<Label> labels) {
        var byName = new TreeMap<String, String>();
        labels.forEach(label -> byName.put(label.name(), label.value()));
        return byName;
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
