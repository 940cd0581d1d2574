package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.UnexpectedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Networks and volumes of several daemons, each with the node that it is on. */
public final class HerdResources {

    private final List<JsonObject> all = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Adds the networks of a daemon. */
    public void addNetworks(NodeDocument part) throws UnexpectedJsonException {
        var networks = part.objects();
        networks.forEach(part::mark);
        all.addAll(networks);
    }

    /** Adds the volumes of a daemon, and its warnings. */
    public void addVolumes(NodeDocument part) throws UnexpectedJsonException {
        var answer = part.object();
        var volumes = NodeDocument.objects(answer.get("Volumes"));
        volumes.forEach(part::mark);
        all.addAll(volumes);
        if (answer.get("Warnings") instanceof JsonArray words) {
            words.forEach(it -> warnings.add(part.node() + ": " + it));
        }
    }

    /** Adds a warning. */
    public void warn(String warning) {
        warnings.add(warning);
    }

    /** How many a daemon has listed. */
    public static int count(NodeDocument part) throws UnexpectedJsonException {
        return part.json() instanceof JsonObject document
                ? NodeDocument.objects(document.get("Volumes")).size()
                : part.objects().size();
    }

    /** One network or volume, with the node that it is on. */
    public static String one(NodeDocument part) throws UnexpectedJsonException {
        var resource = part.object();
        part.mark(resource);
        return resource.toString();
    }

    /** One list; what several have under one id is one. */
    public String networkList() {
        var byId = new LinkedHashMap<String, JsonObject>();
        all.forEach(it -> byId.putIfAbsent(id(it), it));
        var list = new JsonArray();
        byId.values().forEach(list::add);
        return list.toString();
    }

    private static String id(JsonObject network) {
        return network.get("Id") instanceof JsonPrimitive id ? id.getAsString() : "";
    }

    /** The document of a list of volumes. */
    public String volumeList() {
        var document = new JsonObject();
        var list = new JsonArray();
        all.forEach(list::add);
        document.add("Volumes", list);
        var words = new JsonArray();
        warnings.forEach(words::add);
        document.add("Warnings", warnings.isEmpty() ? JsonNull.INSTANCE : words);
        return document.toString();
    }
}
