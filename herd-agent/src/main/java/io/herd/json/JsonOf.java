package io.herd.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.model.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds JSON objects and arrays from plain values. */
public final class JsonOf {

    private JsonOf() {}

    public static JsonObject object(Map<String, String> texts) {
        var object = new JsonObject();
        new TreeMap<>(texts).forEach(object::addProperty);
        return object;
    }

    public static JsonArray texts(Collection<?> values) {
        var array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    public static JsonObject lists(Map<String, List<String>> lists) {
        var object = new JsonObject();
        lists.forEach((name, values) -> object.add(name, texts(values)));
        return object;
    }

    public static JsonArray raw(Collection<RawJson> documents) {
        var array = new JsonArray();
        documents.forEach(document -> array.add(JsonParser.parseString(document.text())));
        return array;
    }
}
