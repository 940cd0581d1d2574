package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.WholeNumber;
import java.util.List;
import java.util.Optional;

/** The containers of a daemon, as far as they matter for where others are to be. */
public final class NodeContainers {

    private final List<JsonObject> containers;

    private NodeContainers(List<JsonObject> containers) {
        this.containers = containers;
    }

    /** Reads a list of all. */
    public static NodeContainers of(NodeDocument part) throws UnexpectedJsonException {
        return new NodeContainers(part.objects());
    }

    public int count() {
        return containers.size();
    }

    /** How many have a label with a value, {@code NAME=VALUE}. */
    public long inGroup(String group) {
        int equals = group.indexOf('=');
        var name = group.substring(0, equals);
        var value = new JsonPrimitive(group.substring(equals + 1));
        return containers.stream()
                .filter(it ->
                        it.get(NodeLabel.LABELS) instanceof JsonObject labels
                                && value.equals(labels.get(name)))
                .count();
    }

    /** Whether one that runs has a port of the host. */
    public boolean holds(int port) {
        return containers.stream()
                .filter(it -> new JsonPrimitive("running").equals(it.get("State")))
                .anyMatch(it -> it.get("Ports") instanceof JsonArray ports && holds(ports, port));
    }

    private static boolean holds(JsonArray ports, int port) {
        for (var element : ports) {
            if (element instanceof JsonObject it
                    && WholeNumber.maybe(it.get("PublicPort")).equals(Optional.of((long) port))) {
                return true;
            }
        }
        return false;
    }
}
