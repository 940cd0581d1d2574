package io.herd.json.wire;

import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.model.NodeName;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes where nodes are as JSON. */
final class NodeAddresses {

    private NodeAddresses() {}

    static JsonObject write(Map<NodeName, String> addresses) {
        var json = new JsonObject();
        addresses.forEach((name, at) -> json.addProperty(name.value(), at));
        return json;
    }

    /** Reads them; empty if they are missing. */
    static Map<NodeName, String> read(Fields json, String name) {
        var addresses = new TreeMap<NodeName, String>();
        json.texts(name).forEach((node, at) -> addresses.put(new NodeName(node), at));
        return addresses;
    }
}
