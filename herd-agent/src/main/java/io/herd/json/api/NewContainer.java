package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.model.NodeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form for a new container, as far as it matters for the node that it is to be on.
 *
 * @param text the form for the daemon, without what is for herd
 * @param node that it asks for
 * @param constraints that it asks for; may be empty
 * @param containers references to those that it shares something with
 * @param networks those that are not on every daemon
 * @param volumes names
 * @param group a label and its value that containers have that belong together
 * @param hostPaths whether it is tied to a host by paths, devices or its network
 * @param ports of the host that it must have
 */
public record NewContainer(
        String text,
        String image,
        Optional<String> node,
        String constraints,
        Set<String> containers,
        Set<String> networks,
        Set<String> volumes,
        Optional<String> group,
        boolean hostPaths,
        Set<Integer> ports) {

    private static final List<String> GROUPS =
            List.of(
                    "com.docker.compose.project",
                    "org.testcontainers.sessionId",
                    "org.testcontainers.session-id");
    private static final Set<String> PREDEFINED =
            Set.of("", "default", "bridge", "host", "none", "nat");
    private static final String CONTAINER = "container:";

    /** Reads a form; empty if it is none, for a daemon to say so. */
    public static Optional<NewContainer> of(String form) {
        return json(form).map(NewContainer::of);
    }

    /** The form for the daemon of the node where it is to be, which knows no nodes. */
    public String text(NodeName there) {
        var form = JsonParser.parseString(text).getAsJsonObject();
        NamesOnNode.takeOff(form, there);
        return form.toString();
    }

    static Optional<JsonObject> json(String form) {
        try {
            return JsonParser.parseString(form) instanceof JsonObject json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static NewContainer of(JsonObject json) {
        var node = NodeLabel.take(json, NodeLabel.NAME);
        var constraints = NodeLabel.take(json, NodeLabel.CONSTRAINTS);
        var host = object(json.get("HostConfig"));
        return new NewContainer(
                json.toString(),
                text(json.get("Image")),
                node,
                constraints.orElse(""),
                containers(host),
                networks(json, host),
                volumes(host),
                group(json),
                isTied(host),
                ports(host));
    }

    private static Set<String> containers(JsonObject host) {
        var references = new LinkedHashSet<String>();
        for (var mode : List.of("NetworkMode", "PidMode", "IpcMode")) {
            var value = text(host.get(mode));
            if (value.startsWith(CONTAINER)) {
                references.add(value.substring(CONTAINER.length()));
            }
        }
        texts(host.get("VolumesFrom")).forEach(it -> references.add(before(it)));
        texts(host.get("Links")).forEach(it -> references.add(before(it)));
        return references;
    }

    private static String before(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static Set<String> networks(JsonObject json, JsonObject host) {
        var networks = new TreeSet<String>();
        var mode = text(host.get("NetworkMode"));
        if (!mode.startsWith(CONTAINER)) {
            networks.add(mode);
        }
        var config = object(json.get("NetworkingConfig"));
        networks.addAll(object(config.get("EndpointsConfig")).keySet());
        networks.removeAll(PREDEFINED);
        return networks;
    }

    private static Set<String> volumes(JsonObject host) {
        var names = new TreeSet<String>();
        texts(host.get("Binds")).stream()
                .filter(it -> it.contains(":") && !it.startsWith("/"))
                .forEach(it -> names.add(before(it)));
        for (var mount : objects(host.get("Mounts"))) {
            if (text(mount.get("Type")).equals("volume") && !text(mount.get("Source")).isEmpty()) {
                names.add(text(mount.get("Source")));
            }
        }
        return names;
    }

    static Optional<String> group(JsonObject json) {
        var labels = object(json.get(NodeLabel.LABELS));
        return GROUPS.stream()
                .filter(labels::has)
                .findFirst()
                .map(it -> it + "=" + text(labels.get(it)));
    }

    private static boolean isTied(JsonObject host) {
        return texts(host.get("Binds")).stream().anyMatch(it -> it.startsWith("/"))
                || objects(host.get("Mounts")).stream()
                        .anyMatch(it -> text(it.get("Type")).equals("bind"))
                || !objects(host.get("Devices")).isEmpty()
                || text(host.get("NetworkMode")).equals("host");
    }

    private static Set<Integer> ports(JsonObject host) {
        var ports = new TreeSet<Integer>();
        for (var bindings : object(host.get("PortBindings")).asMap().values()) {
            for (var binding : objects(bindings)) {
                var port = text(binding.get("HostPort"));
                if (port.matches("[1-9]\\d{0,4}")) {
                    ports.add(Integer.parseInt(port));
                }
            }
        }
        return ports;
    }

    private static String text(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive text ? text.getAsString() : "";
    }

    private static JsonObject object(@Nullable JsonElement value) {
        return value instanceof JsonObject object ? object : new JsonObject();
    }

    private static List<String> texts(@Nullable JsonElement value) {
        return value instanceof JsonArray list
                ? list.asList().stream().map(NewContainer::text).toList()
                : List.of();
    }

    private static List<JsonObject> objects(@Nullable JsonElement value) {
        return value instanceof JsonArray list
                ? list.asList().stream().map(NewContainer::object).toList()
                : List.of();
    }
}
