package io.herd.json.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.action.Action.ConnectNetwork;
import io.herd.action.Action.CreateResource;
import io.herd.action.Action.DisconnectNetwork;
import io.herd.action.Action.InspectResource;
import io.herd.action.Action.ListResources;
import io.herd.action.Action.PruneResources;
import io.herd.action.Action.RemoveResource;
import io.herd.action.Action.ResourceAction;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.ResourceKind;
import java.util.Arrays;

/**
 * Reads and writes actions on volumes and networks: {@code volume.list} is one action, {@code
 * network.list} another.
 */
final class ResourceActionJson {

    private ResourceActionJson() {}

    /** Writes the components of an action into its object. */
    static void write(ResourceAction action, JsonObject json) {
        switch (action) {
            case ListResources(_, var filters) -> json.add("filters", JsonOf.lists(filters));
            case InspectResource(_, String name) -> json.addProperty("name", name);
            case CreateResource(_, var body) ->
                    json.add("body", JsonParser.parseString(body.text()));
            case RemoveResource(_, String name, boolean force) -> {
                json.addProperty("name", name);
                json.addProperty("force", force);
            }
            case PruneResources(_, boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
            case ConnectNetwork(String network, var body) -> {
                json.addProperty("name", network);
                json.add("body", JsonParser.parseString(body.text()));
            }
            case DisconnectNetwork(String network, String id, boolean force) -> {
                json.addProperty("name", network);
                json.addProperty("id", id);
                json.addProperty("force", force);
            }
        }
    }

    /**
     * Reads an action.
     *
     * @param name {@code KIND.VERB}
     * @throws WireException if it is neither a volume's nor a network's
     */
    static ResourceAction read(String name, Fields json) throws WireException {
        var kind =
                Arrays.stream(ResourceKind.values())
                        .filter(it -> name.startsWith(it.word() + "."))
                        .findFirst()
                        .orElseThrow(() -> Unknown.asked("action", name));
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "list" -> new ListResources(kind, json.lists("filters"));
            case "inspect" -> new InspectResource(kind, json.text("name"));
            case "create" -> new CreateResource(kind, json.raw("body"));
            case "remove" -> new RemoveResource(kind, json.text("name"), json.flag("force"));
            case "prune" -> new PruneResources(kind, json.flag("all"), json.lists("filters"));
            case "connect" -> new ConnectNetwork(json.text("name"), json.raw("body"));
            case "disconnect" ->
                    new DisconnectNetwork(json.text("name"), json.text("id"), json.flag("force"));
            default -> throw Unknown.asked("action", name);
        };
    }

    static String name(ResourceAction action) {
        return switch (action) {
            case ListResources(var kind, _) -> kind.word() + ".list";
            case InspectResource(var kind, _) -> kind.word() + ".inspect";
            case CreateResource(var kind, _) -> kind.word() + ".create";
            case RemoveResource(var kind, _, _) -> kind.word() + ".remove";
            case PruneResources(var kind, _, _) -> kind.word() + ".prune";
            case ConnectNetwork _ -> "network.connect";
            case DisconnectNetwork _ -> "network.disconnect";
        };
    }
}
