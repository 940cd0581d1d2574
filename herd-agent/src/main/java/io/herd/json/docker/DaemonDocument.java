package io.herd.json.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.WholeNumber;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses JSON documents of a Docker daemon. Everything in them that is not as the Docker API
 * promises becomes an {@link UnexpectedJsonException}, so that one odd daemon does not spoil the
 * others' answers.
 */
final class DaemonDocument {

    private DaemonDocument() {}

    /** Reads values from an object. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Fields json) throws UnexpectedJsonException;
    }

    static <T> T object(RawJson document, Reader<T> reader) throws UnexpectedJsonException {
        return read(document, json -> reader.read(fields(json)));
    }

    static <T> List<T> array(RawJson document, Reader<T> each) throws UnexpectedJsonException {
        return read(
                document,
                json -> {
                    if (!json.isJsonArray()) {
                        throw odd("a list", json);
                    }
                    var elements = new ArrayList<T>();
                    for (var element : json.getAsJsonArray()) {
                        elements.add(each.read(fields(element)));
                    }
                    return List.copyOf(elements);
                });
    }

    @FunctionalInterface
    private interface Whole<T> {
        T read(JsonElement json) throws UnexpectedJsonException;
    }

    private static <T> T read(RawJson document, Whole<T> whole) throws UnexpectedJsonException {
        try {
            return whole.read(JsonParser.parseString(document.text()));
        } catch (RuntimeException e) {
            // Gson, and the types made of the values, throw a dozen kinds of exceptions.
            throw new UnexpectedJsonException(e);
        }
    }

    private static Fields fields(JsonElement json) throws UnexpectedJsonException {
        if (!json.isJsonObject()) {
            throw odd("an object", json);
        }
        return new Fields(json.getAsJsonObject());
    }

    private static UnexpectedJsonException odd(String expected, JsonElement found) {
        return new UnexpectedJsonException(
                "expected %s and got %s".formatted(expected, WholeNumber.shown(found)));
    }
}
