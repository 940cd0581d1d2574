package io.herd.json.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads and writes {@link GoneNode}s as JSON. */
final class GoneNodeJson {

    private GoneNodeJson() {}

    static JsonArray write(List<GoneNode> nodes) {
        var array = new JsonArray();
        for (var node : nodes) {
            var json = new JsonObject();
            json.addProperty("name", node.name().value());
            json.addProperty("address", node.address());
            json.addProperty("agoMillis", node.ago().toMillis());
            node.containers().ifPresent(number -> json.addProperty("containers", number));
            array.add(json);
        }
        return array;
    }

    /** Reads a list of them; empty if it is missing. */
    static List<GoneNode> list(Fields json, String name) {
        return json.list(name, GoneNodeJson::read);
    }

    private static GoneNode read(JsonElement element) {
        var json = new Fields(element.getAsJsonObject());
        return new GoneNode(
                new NodeName(json.text("name")),
                json.text("address"),
                json.time("agoMillis", ChronoUnit.MILLIS),
                json.maybeInteger("containers"));
    }
}
