package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.WholeNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Containers of several daemons, each with the node that it is on. */
public final class HerdContainers {

    private final List<JsonObject> all = new ArrayList<>();

    /** Adds those of a daemon. */
    public void add(NodeDocument part) throws UnexpectedJsonException {
        var containers = part.objects();
        for (var container : containers) {
            part.mark(container);
            nameWithNode(container, part);
            if (!part.address().isEmpty() && container.get("Ports") instanceof JsonArray ports) {
                container.add("Ports", reachable(ports, "IP", part.address()));
            }
        }
        all.addAll(containers);
    }

    // Docker's own form for the alias of a link, which clients know to pass over.
    private static void nameWithNode(JsonObject container, NodeDocument part) {
        if (container.get("Names") instanceof JsonArray names
                && !names.isEmpty()
                && names.get(0) instanceof JsonPrimitive first) {
            names.add("/" + part.node() + first.getAsString());
        }
    }

    /**
     * One list of all, the youngest first.
     *
     * @param most how many; all if it is negative
     */
    public String list(int most) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingLong(HerdContainers::created).reversed());
        var list = new JsonArray();
        sorted.stream().limit(most < 0 ? Long.MAX_VALUE : most).forEach(list::add);
        return list.toString();
    }

    private static long created(JsonObject container) {
        return WholeNumber.maybe(container.get("Created")).orElse(0L);
    }

    /** The description of a container, with the node that it is on. */
    public static String inspected(NodeDocument part) throws UnexpectedJsonException {
        var container = part.object();
        if (container.get("Config") instanceof JsonObject config) {
            part.mark(config);
        }
        var node = new JsonObject();
        node.addProperty("ID", part.node().value());
        node.addProperty("Name", part.node().value());
        node.addProperty("IP", part.address());
        node.addProperty("Addr", part.address());
        container.add("Node", node);
        if (!part.address().isEmpty()
                && container.get("NetworkSettings") instanceof JsonObject settings
                && settings.get("Ports") instanceof JsonObject ports) {
            ports.entrySet()
                    .forEach(port -> {
                        if (port.getValue() instanceof JsonArray bindings) {
                            port.setValue(reachable(bindings, "HostIp", part.address()));
                        }
                    });
        }
        return container.toString();
    }

    // A port at all addresses of another host is at the address by which that is known. IPv4 and
    // IPv6 become one.
    private static JsonArray reachable(JsonArray ports, String field, String address) {
        var reachable = new LinkedHashSet<JsonElement>();
        for (var port : ports) {
            if (port instanceof JsonObject object && isAny(object.get(field))) {
                object.addProperty(field, address);
            }
            reachable.add(port);
        }
        var list = new JsonArray();
        reachable.forEach(list::add);
        return list;
    }

    private static boolean isAny(@Nullable JsonElement address) {
        return address instanceof JsonPrimitive text
                && List.of("0.0.0.0", "::").contains(text.getAsString());
    }
}
