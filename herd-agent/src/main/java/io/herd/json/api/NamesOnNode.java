package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.model.NodeName;
import java.util.List;

/**
 * Takes the node off the names in a form for a new container: {@code b/data} is {@code data} to the
 * daemon of b.
 */
final class NamesOnNode {

    private static final String CONTAINER = "container:";

    private final String prefix;

    private NamesOnNode(NodeName node) {
        this.prefix = node + "/";
    }

    static void takeOff(JsonObject form, NodeName node) {
        var names = new NamesOnNode(node);
        if (form.get("HostConfig") instanceof JsonObject host) {
            names.host(host);
        }
        if (form.get("NetworkingConfig") instanceof JsonObject networking
                && networking.get("EndpointsConfig") instanceof JsonObject networks) {
            networking.add("EndpointsConfig", names.keys(networks));
        }
    }

    private void host(JsonObject host) {
        for (var mode : List.of("NetworkMode", "PidMode", "IpcMode")) {
            text(host, mode);
        }
        for (var list : List.of("Binds", "VolumesFrom", "Links")) {
            if (host.get(list) instanceof JsonArray texts) {
                texts.asList().replaceAll(this::plain);
            }
        }
        if (host.get("Mounts") instanceof JsonArray mounts) {
            mounts.forEach(it -> {
                if (it instanceof JsonObject mount) {
                    text(mount, "Source");
                }
            });
        }
    }

    private void text(JsonObject object, String name) {
        if (object.has(name)) {
            object.add(name, plain(object.get(name)));
        }
    }

    private JsonObject keys(JsonObject object) {
        var plain = new JsonObject();
        object.asMap().forEach((name, value) -> plain.add(plain(name), value));
        return plain;
    }

    private JsonElement plain(JsonElement value) {
        return value instanceof JsonPrimitive text && text.isString()
                ? new JsonPrimitive(plain(text.getAsString()))
                : value;
    }

    private String plain(String name) {
        if (name.startsWith(CONTAINER + prefix)) {
            return CONTAINER + name.substring(CONTAINER.length() + prefix.length());
        }
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
