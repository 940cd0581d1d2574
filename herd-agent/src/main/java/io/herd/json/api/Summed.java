package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.UnexpectedJsonException;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports of several daemons as one: numbers are summed, lists joined without what is twice, and
 * objects merged in the same way.
 */
public final class Summed {

    private Summed() {}

    public static String of(List<NodeDocument> parts) throws UnexpectedJsonException {
        JsonElement sum = JsonNull.INSTANCE;
        for (var part : parts) {
            sum = sum(sum, part.json());
        }
        return sum.toString();
    }

    static JsonElement sum(@Nullable JsonElement one, @Nullable JsonElement other) {
        if (one == null || one.isJsonNull()) {
            return other == null ? JsonNull.INSTANCE : other;
        }
        return switch (one) {
            case JsonObject object when other instanceof JsonObject more -> {
                more.entrySet()
                        .forEach(it ->
                                object.add(
                                        it.getKey(), sum(object.get(it.getKey()), it.getValue())));
                yield object;
            }
            case JsonArray list when other instanceof JsonArray more -> {
                var all = new LinkedHashSet<JsonElement>(list.asList());
                all.addAll(more.asList());
                var joined = new JsonArray();
                all.forEach(joined::add);
                yield joined;
            }
            case JsonPrimitive number
                    when number.isNumber()
                            && other instanceof JsonPrimitive more
                            && more.isNumber() ->
                    added(number, more);
            case JsonElement first -> first;
        };
    }

    private static JsonPrimitive added(JsonPrimitive number, JsonPrimitive more) {
        try {
            return new JsonPrimitive(number.getAsBigDecimal().add(more.getAsBigDecimal()));
        } catch (NumberFormatException _) {
            // One is nonsense, such as 1e99999; the rest of the report is good all the same.
            return number;
        }
    }
}
