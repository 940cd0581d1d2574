package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.WholeNumber;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one daemon has answered.
 *
 * @param address of its host, where clients cannot mean their own; empty for the own daemon
 * @param labelled whether what is in it is marked with the node that it is on
 */
public record NodeDocument(NodeName node, String address, String document, boolean labelled) {

    public NodeDocument(NodeName node, String address, String document) {
        this(node, address, document, true);
    }

    JsonElement json() throws UnexpectedJsonException {
        // Gson takes nothing for null.
        if (document.isBlank()) {
            throw odd();
        }
        try {
            return JsonParser.parseString(document);
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    JsonObject object() throws UnexpectedJsonException {
        return object(json());
    }

    /** The objects of a list; none if it is null, which is how Go writes an empty one. */
    List<JsonObject> objects() throws UnexpectedJsonException {
        return objects(json());
    }

    static List<JsonObject> objects(@Nullable JsonElement list) throws UnexpectedJsonException {
        var objects = new ArrayList<JsonObject>();
        if (list == null || list.isJsonNull()) {
            return objects;
        }
        if (!(list instanceof JsonArray array)) {
            throw odd();
        }
        for (var element : array) {
            objects.add(object(element));
        }
        return objects;
    }

    private static JsonObject object(JsonElement element) throws UnexpectedJsonException {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw odd();
    }

    private static UnexpectedJsonException odd() {
        return new UnexpectedJsonException("it is not what the Docker API promises");
    }

    /**
     * An entry of a list.
     *
     * @param created seconds since 1970
     */
    public record Listed(String id, long created) {}

    /** The same list with only some of its entries. */
    public NodeDocument only(Predicate<Listed> those) throws UnexpectedJsonException {
        var kept = new JsonArray();
        for (var entry : objects()) {
            var created = WholeNumber.maybe(entry.get("Created"));
            if (entry.get("Id") instanceof JsonPrimitive id
                    && created.isPresent()
                    && those.test(new Listed(id.getAsString(), created.get()))) {
                kept.add(entry);
            }
        }
        return new NodeDocument(node, address, kept.toString(), labelled);
    }

    /** Marks something with the node that it is on. */
    void mark(JsonObject holder) {
        if (labelled) {
            label(holder, NodeLabel.NAME, node.value());
        }
    }

    static void label(JsonObject holder, String name, String value) {
        if (!(holder.get(NodeLabel.LABELS) instanceof JsonObject)) {
            holder.add(NodeLabel.LABELS, new JsonObject());
        }
        holder.getAsJsonObject(NodeLabel.LABELS).addProperty(name, value);
    }
}
