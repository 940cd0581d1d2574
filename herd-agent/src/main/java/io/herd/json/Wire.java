package io.herd.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.action.Action;
import io.herd.action.Outcome;
import java.time.Duration;

/**
 * What members say to each other: one JSON object for a request, one for its outcome. Readers pass
 * over fields they don't know and refuse by name an action they don't know, so that agents of
 * different versions can work together.
 */
public final class Wire {

    private static final int VERSION = 1;

    private Wire() {}

    /**
     * @param timeout how long the asker will wait; a duration and not a moment, because clocks
     *     differ
     */
    public record Request(Action action, Duration timeout) {}

    public static byte[] request(Action action, Duration timeout) {
        var json = ActionJson.write(action);
        json.addProperty("v", VERSION);
        json.addProperty("timeoutMillis", timeout.toMillis());
        return bytes(json);
    }

    public static Request request(byte[] bytes) throws WireException {
        try {
            var json = new Fields(object(bytes));
            return new Request(
                    ActionJson.read(json), Duration.ofMillis(json.number("timeoutMillis")));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new WireException("cannot read the request: " + e.getMessage(), e);
        }
    }

    public static byte[] outcome(Outcome outcome) {
        var json = OutcomeJson.write(outcome);
        json.addProperty("v", VERSION);
        return bytes(json);
    }

    public static Outcome outcome(byte[] bytes) throws WireException {
        try {
            return OutcomeJson.read(new Fields(object(bytes)));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new WireException("cannot read the answer: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(UTF_8);
    }

    private static JsonObject object(byte[] bytes) throws WireException {
        var json = JsonParser.parseString(new String(bytes, UTF_8));
        if (!json.isJsonObject()) {
            throw new WireException("expected a JSON object");
        }
        return json.getAsJsonObject();
    }
}
