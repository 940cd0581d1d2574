package io.herd.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.model.RawJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What is made of each value of a JSON document, the inner ones first. */
public interface DocumentShape<V> {

    V text(String text);

    /** A number, as it is written. */
    V number(String digits);

    V flag(boolean on);

    V nothing();

    V list(List<V> elements);

    /**
     * An object.
     *
     * @param called the name of the field that it is in, empty for the whole document
     */
    V object(String called, SequencedMap<String, V> members);

    /** What is made of a whole document. */
    static <V> V of(RawJson document, DocumentShape<V> shape) {
        return of(JsonParser.parseString(document.text()), "", shape);
    }

    private static <V> V of(JsonElement element, String called, DocumentShape<V> shape) {
        return switch (element) {
            case JsonObject object -> {
                var members = new LinkedHashMap<String, V>();
                object.asMap().forEach((name, value) -> members.put(name, of(value, name, shape)));
                yield shape.object(called, members);
            }
            case JsonArray array ->
                    shape.list(array.asList().stream().map(it -> of(it, "", shape)).toList());
            case JsonPrimitive it when it.isBoolean() -> shape.flag(it.getAsBoolean());
            case JsonPrimitive it when it.isNumber() -> shape.number(it.getAsString());
            case JsonPrimitive it -> shape.text(it.getAsString());
            default -> shape.nothing();
        };
    }
}
