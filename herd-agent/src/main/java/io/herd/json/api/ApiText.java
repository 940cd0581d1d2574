package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads and writes small documents of the Docker Engine API. */
public final class ApiText {

    private ApiText() {}

    /** The document of an error. */
    public static String message(String message) {
        var json = new JsonObject();
        json.addProperty("message", message);
        return json.toString();
    }

    /** The message in the document of an error; the document if there is none. */
    public static String messageOf(String document) {
        return text(document, "message").orElse(document.strip());
    }

    /** The same object with another text for a name. */
    public static String with(String document, String name, String value) {
        var json = JsonParser.parseString(document).getAsJsonObject();
        json.addProperty(name, value);
        return json.toString();
    }

    /** The same object with one more of its warnings. */
    public static String warned(String document, String warning) {
        var json = JsonParser.parseString(document).getAsJsonObject();
        var warnings = json.get("Warnings") instanceof JsonArray some ? some : new JsonArray();
        warnings.add(warning);
        json.add("Warnings", warnings);
        return json.toString();
    }

    /** A moment of an object; empty if there is none. */
    public static Optional<Instant> moment(String document, String name) {
        try {
            return text(document, name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A text of an object; empty if there is none. */
    public static Optional<String> text(String document, String name) {
        try {
            return JsonParser.parseString(document) instanceof JsonObject object
                            && object.get(name) instanceof JsonPrimitive value
                    ? Optional.of(value.getAsString())
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
