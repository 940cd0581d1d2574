package io.herd.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.herd.model.RawJson;
import java.util.Collection;

/** Small pieces of JSON out of plain values. */
final class JsonOf {

    private JsonOf() {}

    static JsonArray texts(Collection<?> values) {
        var array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    static JsonArray raw(Collection<RawJson> documents) {
        var array = new JsonArray();
        documents.forEach(document -> array.add(JsonParser.parseString(document.text())));
        return array;
    }
}
