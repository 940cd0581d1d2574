package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import java.util.Optional;

/**
 * Reads and writes who asks, a field of what is asked: an agent that does not know it passes it
 * over.
 */
final class CallerJson {

    private static final String FIELD = "caller";

    private CallerJson() {}

    /** Adds the caller to what he asks for. */
    static JsonObject add(Caller caller, JsonObject asked) {
        var json = new JsonObject();
        json.addProperty("name", caller.name());
        json.addProperty("by", caller.by().word());
        json.addProperty("at", caller.at());
        if (!caller.groups().isEmpty()) {
            json.add("groups", JsonOf.texts(caller.groups()));
        }
        asked.add(FIELD, json);
        return asked;
    }

    static Optional<Caller> read(Fields asked) throws WireException {
        var json = asked.maybeObject(FIELD);
        return json.isPresent() ? Optional.of(caller(json.get())) : Optional.empty();
    }

    private static Caller caller(Fields json) throws WireException {
        return new Caller(
                json.text("name"),
                by(json.text("by")),
                json.text("at"),
                json.list("groups", JsonElement::getAsString));
    }

    private static By by(String word) throws WireException {
        return switch (word) {
            case "socket" -> By.SOCKET;
            case "token" -> By.TOKEN;
            case "http" -> By.HTTP;
            case "certificate" -> By.CERTIFICATE;
            case "key" -> By.KEY;
            default -> throw Unknown.asked("way of asking", word);
        };
    }
}
