package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.action.Action.CallDaemon;
import io.herd.action.Action.DescribeDaemon;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.ExamineNode;
import io.herd.action.Action.ForgetGone;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Action.Leave;
import io.herd.action.Action.ListGone;
import io.herd.action.Action.MeasureDisk;
import io.herd.action.Action.NodeAction;
import io.herd.action.Action.PruneBuilds;
import io.herd.action.Action.SetPool;
import io.herd.action.Action.TellTime;
import io.herd.action.Action.UpdateLabels;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.NodeName;

/** Reads and writes actions on a node, its agent and its daemon. */
final class NodeActionJson {

    private NodeActionJson() {}

    /** Writes the components of an action into its object. */
    static void write(NodeAction action, JsonObject json) {
        switch (action) {
            case DescribeNode _,
                    ExamineNode _,
                    TellTime _,
                    ListGone _,
                    DescribeDaemon _,
                    MeasureDisk _ -> {}
            case CallDaemon(var request) -> json.add("request", ApiJson.write(request));
            case ForgetGone(var node) -> json.addProperty("name", node.value());
            case Leave(var node, String address) -> {
                json.addProperty("name", node.value());
                json.addProperty("address", address);
            }
            case IfRegistered(var then) -> json.add("then", ActionJson.write(then));
            case UpdateLabels(var add, var remove) -> {
                json.add("add", JsonOf.object(add));
                json.add("remove", JsonOf.texts(remove));
            }
            case SetPool(var pool) -> json.addProperty("pool", NodeJson.word(pool));
            case PruneBuilds(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
        }
    }

    /**
     * Reads an action.
     *
     * @throws WireException if there is none of this name
     */
    static NodeAction read(String name, Fields json) throws WireException {
        return switch (name) {
            case "node.describe" -> new DescribeNode();
            case "node.examine" -> new ExamineNode();
            case "node.time" -> new TellTime();
            case "gone.list" -> new ListGone();
            case "gone.forget" -> new ForgetGone(new NodeName(json.text("name")));
            case "member.leaves" ->
                    new Leave(new NodeName(json.text("name")), json.text("address"));
            case "if.registered" -> new IfRegistered(ActionJson.read(json.object("then")));
            case "node.labels" ->
                    new UpdateLabels(
                            json.texts("add"), json.list("remove", JsonElement::getAsString));
            case "node.pool" -> new SetPool(NodeJson.pool(json.text("pool")));
            case "system.info" -> new DescribeDaemon();
            case "system.df" -> new MeasureDisk();
            case "daemon.call" -> new CallDaemon(ApiJson.request(json.object("request")));
            case "build.prune" -> new PruneBuilds(json.flag("all"), json.lists("filters"));
            default -> throw Unknown.asked("action", name);
        };
    }

    static String name(NodeAction action) {
        return switch (action) {
            case DescribeNode _ -> "node.describe";
            case ExamineNode _ -> "node.examine";
            case TellTime _ -> "node.time";
            case CallDaemon _ -> "daemon.call";
            case ListGone _ -> "gone.list";
            case ForgetGone _ -> "gone.forget";
            case Leave _ -> "member.leaves";
            case IfRegistered _ -> "if.registered";
            case SetPool _ -> "node.pool";
            case UpdateLabels _ -> "node.labels";
            case DescribeDaemon _ -> "system.info";
            case MeasureDisk _ -> "system.df";
            case PruneBuilds _ -> "build.prune";
        };
    }
}
