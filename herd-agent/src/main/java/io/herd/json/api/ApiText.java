package io.herd.json.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
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
