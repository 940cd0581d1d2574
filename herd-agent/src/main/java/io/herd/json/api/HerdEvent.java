package io.herd.json.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.model.NodeName;
import java.time.Instant;
import java.util.Optional;

/** Events of several daemons, each with the node that it is from. */
public final class HerdEvent {

    private HerdEvent() {}

    /** A daemon's event, a line of text; the same if it cannot be read. */
    public static String marked(String line, NodeName node) {
        try {
            if (JsonParser.parseString(line) instanceof JsonObject event) {
                attributes(event).addProperty(NodeLabel.NAME, node.value());
                return event.toString();
            }
        } catch (JsonParseException e) {
            // It is for the reader to make something of it.
        }
        return line;
    }

    private static JsonObject attributes(JsonObject event) {
        if (!(event.get("Actor") instanceof JsonObject)) {
            event.add("Actor", new JsonObject());
        }
        var actor = event.getAsJsonObject("Actor");
        if (!(actor.get("Attributes") instanceof JsonObject)) {
            actor.add("Attributes", new JsonObject());
        }
        return actor.getAsJsonObject("Attributes");
    }

    /**
     * That a node's daemon tells no more of its events, or tells them again; Swarm has the same
     * event.
     *
     * @param state {@code down} or {@code ready}
     */
    public static String node(NodeName node, String state, Instant now) {
        var event = new JsonObject();
        event.addProperty("Type", "node");
        event.addProperty("Action", "update");
        var actor = new JsonObject();
        actor.addProperty("ID", node.value());
        event.add("Actor", actor);
        var attributes = attributes(event);
        attributes.addProperty("name", node.value());
        attributes.addProperty("state.new", state);
        event.addProperty("scope", "swarm");
        event.addProperty("time", now.getEpochSecond());
        event.addProperty("timeNano", now.getEpochSecond() * 1_000_000_000 + now.getNano());
        return event.toString();
    }

    /** When it was, in nanoseconds since 1970. */
    public static Optional<Long> time(String line) {
        try {
            return JsonParser.parseString(line) instanceof JsonObject event && event.has("timeNano")
                    ? Optional.of(event.get("timeNano").getAsLong())
                    : Optional.empty();
        } catch (JsonParseException | NumberFormatException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
