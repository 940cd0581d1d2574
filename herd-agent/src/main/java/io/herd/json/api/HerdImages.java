package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.WholeNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Images of several daemons: one entry for what has one id. */
public final class HerdImages {

    private static final String NODES = "herd.nodes";

    private final Map<String, JsonObject> byId = new LinkedHashMap<>();

    /** Adds those of a daemon. */
    public void add(NodeDocument part) throws UnexpectedJsonException {
        for (var image : part.objects()) {
            var id = String.valueOf(image.get("Id"));
            var known = byId.get(id);
            if (known == null) {
                if (part.labelled()) {
                    NodeDocument.label(image, NODES, part.node().value());
                }
                byId.put(id, image);
            } else {
                merge(known, image, part);
            }
        }
    }

    private static void merge(JsonObject known, JsonObject image, NodeDocument part) {
        for (var list : List.of("RepoTags", "RepoDigests")) {
            known.add(list, united(known.get(list), image.get(list)));
        }
        var there = number(known, "Containers");
        var here = number(image, "Containers");
        known.addProperty("Containers", there < 0 || here < 0 ? -1 : there + here);
        if (number(image, "Size") > number(known, "Size")) {
            known.add("Size", image.get("Size"));
        }
        if (part.labelled()) {
            var nodes = known.getAsJsonObject(NodeLabel.LABELS).get(NODES).getAsString();
            NodeDocument.label(known, NODES, nodes + "," + part.node());
        }
    }

    private static JsonElement united(JsonElement some, JsonElement others) {
        var all = new LinkedHashSet<JsonElement>();
        for (var list : new JsonElement[] {some, others}) {
            if (list instanceof JsonArray array) {
                array.forEach(all::add);
            }
        }
        var list = new JsonArray();
        all.forEach(list::add);
        return list;
    }

    private static long number(JsonObject image, String name) {
        return WholeNumber.maybe(image.get(name)).orElse(-1L);
    }

    /** One list of all, the youngest first. */
    public String list() {
        var sorted = new ArrayList<>(byId.values());
        sorted.sort(Comparator.comparingLong((JsonObject it) -> number(it, "Created")).reversed());
        var list = new JsonArray();
        sorted.forEach(list::add);
        return list.toString();
    }

    /** How many there are. */
    public int count() {
        return byId.size();
    }
}
