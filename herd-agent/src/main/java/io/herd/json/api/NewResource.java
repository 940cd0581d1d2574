package io.herd.json.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/**
 * A form for a new network or volume, as far as it matters for the node that it is to be on.
 *
 * @param text the form for the daemon, without what is for herd
 * @param name empty if the daemon is to choose one
 * @param node that it asks for
 * @param group see {@link NewContainer}
 */
public record NewResource(String text, String name, Optional<String> node, Optional<String> group) {

    /**
     * Reads a form; empty if it is none, for a daemon to say so. A name may begin with the name of
     * a node, and a slash.
     */
    public static Optional<NewResource> of(String form) {
        return NewContainer.json(form).map(NewResource::of);
    }

    private static NewResource of(JsonObject json) {
        var node = NodeLabel.take(json, NodeLabel.NAME);
        var name = json.get("Name") instanceof JsonPrimitive text ? text.getAsString() : "";
        return new NewResource(json.toString(), name, node, NewContainer.group(json));
    }

    /** The same with another name. */
    public NewResource named(String other) {
        var json = JsonParser.parseString(text).getAsJsonObject();
        json.addProperty("Name", other);
        return new NewResource(json.toString(), other, node, group);
    }
}
