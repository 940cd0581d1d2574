package io.herd.json.api;

import com.google.gson.JsonObject;
import io.herd.json.docker.DockerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The label that says on which node something is, or is to be. No daemon has it: it is added to
 * what is read, and taken off what is created.
 */
public final class NodeLabel {

    public static final String NAME = "herd.node";

    static final String LABELS = "Labels";
    static final String CONSTRAINTS = "herd.constraints";

    /** The filter of the same meaning. */
    private static final String FILTER = "node";

    private NodeLabel() {}

    /**
     * Filters, taken apart.
     *
     * @param nodes the names of the nodes that they ask for; none if they ask for all
     * @param others the other filters, as a parameter; empty if there are none
     */
    public record Scope(List<String> nodes, Optional<String> others) {}

    /** Takes the nodes out of a {@code filters} parameter; what cannot be read is left as it is. */
    public static Scope scope(Optional<String> filters) {
        return filters.flatMap(DockerJson::filters)
                .map(NodeLabel::scope)
                .orElseGet(() -> new Scope(List.of(), filters));
    }

    private static Scope scope(Map<String, List<String>> filters) {
        var nodes = new ArrayList<>(filters.getOrDefault(FILTER, List.of()));
        var labels = new ArrayList<>(filters.getOrDefault("label", List.of()));
        var prefix = NAME + "=";
        labels.stream()
                .filter(it -> it.startsWith(prefix))
                .forEach(it -> nodes.add(it.substring(prefix.length())));
        labels.removeIf(it -> it.equals(NAME) || it.startsWith(prefix));
        var others = new LinkedHashMap<>(filters);
        others.remove(FILTER);
        others.remove("label");
        if (!labels.isEmpty()) {
            others.put("label", labels);
        }
        return new Scope(
                List.copyOf(nodes),
                others.isEmpty() ? Optional.empty() : Optional.of(DockerJson.filters(others)));
    }

    /** Takes a label off a form; empty if it is not there. */
    static Optional<String> take(JsonObject form, String name) {
        if (form.get(LABELS) instanceof JsonObject labels && labels.has(name)) {
            var value = labels.remove(name);
            return value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
        }
        return Optional.empty();
    }
}
