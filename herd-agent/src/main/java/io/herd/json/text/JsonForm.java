package io.herd.json.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.json.JsonOf;
import io.herd.model.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builder that adds fields to a given JSON object. A value that is null, false or empty changes
 * nothing.
 */
public final class JsonForm {

    private final JsonObject json;

    private JsonForm(JsonObject json) {
        this.json = json;
    }

    /**
     * @param object a JSON object
     */
    public static JsonForm over(RawJson object) {
        return new JsonForm(JsonParser.parseString(object.text()).getAsJsonObject());
    }

    public static JsonForm empty() {
        return new JsonForm(new JsonObject());
    }

    /** The text in this field, or another if there is none. */
    public String textOr(String name, String otherwise) {
        var given = json.get(name);
        return given != null && given.isJsonPrimitive() ? given.getAsString() : otherwise;
    }

    public JsonForm text(String name, @Nullable String value) {
        if (value != null) {
            json.addProperty(name, value);
        }
        return this;
    }

    public JsonForm number(String name, @Nullable Number value) {
        if (value != null) {
            json.addProperty(name, value);
        }
        return this;
    }

    public JsonForm flag(String name, boolean set) {
        if (set) {
            json.addProperty(name, true);
        }
        return this;
    }

    /** Sets a list, replacing any that is there. */
    public JsonForm texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            json.add(name, JsonOf.texts(values));
        }
        return this;
    }

    /** Sets an empty list, replacing any that is there. */
    public JsonForm emptied(String name) {
        json.add(name, new JsonArray());
        return this;
    }

    /** Appends a list to a list of lists. */
    public JsonForm row(String name, List<String> values) {
        var all = json.get(name) instanceof JsonArray given ? given : new JsonArray();
        all.add(JsonOf.texts(values));
        json.add(name, all);
        return this;
    }

    /** Appends to a list. */
    public JsonForm moreTexts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            var all = json.get(name) instanceof JsonArray given ? given : new JsonArray();
            values.forEach(all::add);
            json.add(name, all);
        }
        return this;
    }

    /** Adds fields to an object, replacing those of the same names. */
    public JsonForm moreTexts(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(part(name)::text);
        }
        return this;
    }

    /** Adds to an object an empty object for each name. */
    public JsonForm moreNames(String name, Collection<String> names) {
        if (!names.isEmpty()) {
            names.forEach(part(name)::part);
        }
        return this;
    }

    /** Appends a new object to a list, and returns it. */
    public JsonForm element(String name) {
        var all = json.get(name) instanceof JsonArray given ? given : new JsonArray();
        var element = new JsonObject();
        all.add(element);
        json.add(name, all);
        return new JsonForm(element);
    }

    /** The object in this field, made if there is none. */
    public JsonForm part(String name) {
        var part = json.get(name) instanceof JsonObject given ? given : new JsonObject();
        json.add(name, part);
        return new JsonForm(part);
    }

    public RawJson json() {
        return new RawJson(json.toString());
    }
}
