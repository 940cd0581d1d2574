package io.herd.json.docker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.WholeNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of an object of the Docker API that are known, each with the values that are harmless.
 * A daemon reads a name in any case, and folds some letters of Unicode into others; here it must be
 * written exactly as it is documented, or it is not known.
 */
record HarmlessFields(Map<String, Value> fields) {

    /** Checks a field's value. */
    @FunctionalInterface
    interface Value {
        void check(String field, JsonElement value) throws HarmfulFormException;
    }

    static final Value ANY = (_, _) -> {};

    /** Nothing is said. */
    static final Value UNSET = only(JsonElement::isJsonNull);

    /** Nothing is said, or nothing is wanted. */
    static final Value EMPTY = only(HarmlessFields::isEmpty);

    // Not even null: in another case it would take back what was checked.
    private static final Value UNKNOWN =
            (field, _) -> {
                throw new HarmfulFormException(field, "is not known to be harmless");
            };

    HarmlessFields {
        fields = Map.copyOf(fields);
    }

    static HarmlessFields none() {
        return new HarmlessFields(Map.of());
    }

    /** These and more. */
    HarmlessFields with(Value value, String... names) {
        var more = new HashMap<>(fields);
        for (var name : names) {
            more.put(name, value);
        }
        return new HarmlessFields(more);
    }

    static Value only(Predicate<JsonElement> harmless) {
        return (field, value) -> {
            if (!harmless.test(value)) {
                throw new HarmfulFormException(field, "is " + WholeNumber.shown(value));
            }
        };
    }

    /** One of these texts, or nothing. */
    static Value oneOf(String... texts) {
        var all = Set.of(texts);
        return only(
                value -> isEmpty(value) || (isText(value) && all.contains(value.getAsString())));
    }

    /** A list of which each element is harmless, or nothing. */
    static Value each(Value element) {
        return (field, value) -> {
            if (value instanceof JsonArray list) {
                for (var one : list) {
                    element.check(field, one);
                }
            } else {
                EMPTY.check(field, value);
            }
        };
    }

    /** An object whose fields may have any names, or nothing. */
    static Value eachOf(Value element) {
        return (field, value) -> {
            if (value instanceof JsonObject object) {
                for (var one : object.entrySet()) {
                    element.check(field + "." + one.getKey(), one.getValue());
                }
            } else {
                EMPTY.check(field, value);
            }
        };
    }

    /** An object that has only these fields, or nothing. */
    Value object() {
        return (field, value) -> {
            if (value instanceof JsonObject object) {
                check(field + ".", object);
            } else {
                EMPTY.check(field, value);
            }
        };
    }

    /**
     * @param before the path to the object, such as {@code HostConfig.}
     */
    void check(String before, JsonObject object) throws HarmfulFormException {
        for (var field : object.entrySet()) {
            fields.getOrDefault(field.getKey(), UNKNOWN)
                    .check(before + field.getKey(), field.getValue());
        }
    }

    static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isEmpty(JsonElement value) {
        return switch (value) {
            case JsonObject object -> object.isEmpty();
            case JsonArray list -> list.isEmpty();
            case JsonPrimitive primitive ->
                    List.of("", "false", "0").contains(primitive.getAsString());
            default -> value.isJsonNull();
        };
    }
}
