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
 * A JSON object that is filled in over what it has. What is not given, as null, false or empty,
 * stays as it is.
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

    /** In place of what it has. */
    public JsonForm texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            json.add(name, JsonOf.texts(values));
        }
        return this;
    }

    /** Behind those that it has. */
    public JsonForm moreTexts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            var all = json.get(name) instanceof JsonArray given ? given : new JsonArray();
            values.forEach(all::add);
            json.add(name, all);
        }
        return this;
    }

    /** To those that it has, or in their place where they have the same names. */
    public JsonForm moreTexts(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(part(name)::text);
        }
        return this;
    }

    /** Adds an empty object of each name. */
    public JsonForm moreNames(String name, Collection<String> names) {
        if (!names.isEmpty()) {
            names.forEach(part(name)::part);
        }
        return this;
    }

    /** Another object at the end of a list. */
    public JsonForm element(String name) {
        var all = json.get(name) instanceof JsonArray given ? given : new JsonArray();
        var element = new JsonObject();
        all.add(element);
        json.add(name, all);
        return new JsonForm(element);
    }

    /** An object inside, made if it is not there. */
    public JsonForm part(String name) {
        var part = json.get(name) instanceof JsonObject given ? given : new JsonObject();
        json.add(name, part);
        return new JsonForm(part);
    }

    public RawJson json() {
        return new RawJson(json.toString());
    }
}
