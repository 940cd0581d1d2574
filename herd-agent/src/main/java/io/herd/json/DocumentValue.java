package io.herd.json;

import static java.util.stream.Collectors.joining;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A value in a JSON document, which shows itself as Go's templates show it. */
public record DocumentValue(JsonElement element) {

    private static final Gson LINE =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    public static DocumentValue of(RawJson document) {
        return new DocumentValue(JsonParser.parseString(document.text()));
    }

    public static DocumentValue of(String text) {
        return new DocumentValue(new JsonPrimitive(text));
    }

    /**
     * The field of an object. Docker's client knows some by names that differ in case, such as
     * {@code .ID} for {@code Id}.
     */
    public Optional<DocumentValue> field(String name) {
        if (!(element instanceof JsonObject object)) {
            return Optional.empty();
        }
        return object.has(name)
                ? Optional.of(new DocumentValue(object.get(name)))
                : object.entrySet().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase(name))
                        .map(field -> new DocumentValue(field.getValue()))
                        .findFirst();
    }

    /**
     * The element of a list, or the value of a map; a key that a map does not have gives the empty
     * text, as in Go.
     */
    public Optional<DocumentValue> at(String key) {
        return switch (element) {
            case JsonObject object ->
                    Optional.of(object.has(key) ? new DocumentValue(object.get(key)) : of(""));
            case JsonArray array when key.matches("[0-9]{1,9}") ->
                    Optional.of(Integer.parseInt(key))
                            .filter(index -> index < array.size())
                            .map(index -> new DocumentValue(array.get(index)));
            default -> Optional.empty();
        };
    }

    /** The elements of a list, or the values of a map in the order of their keys. */
    public List<DocumentValue> elements() {
        return switch (element) {
            case JsonArray array -> array.asList().stream().map(DocumentValue::new).toList();
            case JsonObject object ->
                    new TreeMap<>(object.asMap())
                            .values().stream().map(DocumentValue::new).toList();
            default -> List.of();
        };
    }

    /** The value as Go prints it: {@code map[a:1 b:[2 3]]}. */
    public String text() {
        return switch (element) {
            case JsonPrimitive primitive -> primitive.getAsString();
            case JsonArray array ->
                    array.asList().stream()
                            .map(it -> new DocumentValue(it).text())
                            .collect(joining(" ", "[", "]"));
            case JsonObject object ->
                    new TreeMap<>(object.asMap())
                            .entrySet().stream()
                                    .map(it ->
                                            it.getKey()
                                                    + ":"
                                                    + new DocumentValue(it.getValue()).text())
                                    .collect(joining(" ", "map[", "]"));
            default -> "<no value>";
        };
    }

    /** The value as JSON, on one line. */
    public String json() {
        return LINE.toJson(element);
    }
}
