package io.herd.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.InspectContainer;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Action.StartContainer;
import io.herd.action.Action.StopContainer;

/** Actions as JSON: the field {@code action} names which, the others are its components. */
final class ActionJson {

    private ActionJson() {}

    static JsonObject write(Action action) {
        var json = new JsonObject();
        json.addProperty("action", name(action));
        switch (action) {
            case DescribeNode _ -> {}
            case ListContainers(boolean all) -> json.addProperty("all", all);
            case FindContainers(String reference) -> json.addProperty("reference", reference);
            case InspectContainer(String id) -> json.addProperty("id", id);
            case CreateContainer(var name, var body, boolean start) -> {
                name.ifPresent(n -> json.addProperty("name", n));
                json.add("body", JsonParser.parseString(body.text()));
                json.addProperty("start", start);
            }
            case StartContainer(String id) -> json.addProperty("id", id);
            case StopContainer(String id, var graceSeconds) -> {
                json.addProperty("id", id);
                graceSeconds.ifPresent(seconds -> json.addProperty("graceSeconds", seconds));
            }
            case RemoveContainer(String id, boolean force, boolean volumes) -> {
                json.addProperty("id", id);
                json.addProperty("force", force);
                json.addProperty("volumes", volumes);
            }
        }
        return json;
    }

    static Action read(Fields json) throws WireException {
        var name = json.text("action");
        return switch (name) {
            case "node.describe" -> new DescribeNode();
            case "container.list" -> new ListContainers(json.flag("all"));
            case "container.find" -> new FindContainers(json.text("reference"));
            case "container.inspect" -> new InspectContainer(json.text("id"));
            case "container.create" ->
                    new CreateContainer(
                            json.maybeText("name"), json.raw("body"), json.flag("start"));
            case "container.start" -> new StartContainer(json.text("id"));
            case "container.stop" ->
                    new StopContainer(json.text("id"), json.maybeInteger("graceSeconds"));
            case "container.remove" ->
                    new RemoveContainer(json.text("id"), json.flag("force"), json.flag("volumes"));
            default ->
                    throw new WireException(
                            "this agent's version does not know the action '" + name + "'");
        };
    }

    private static String name(Action action) {
        return switch (action) {
            case DescribeNode _ -> "node.describe";
            case ListContainers _ -> "container.list";
            case FindContainers _ -> "container.find";
            case InspectContainer _ -> "container.inspect";
            case CreateContainer _ -> "container.create";
            case StartContainer _ -> "container.start";
            case StopContainer _ -> "container.stop";
            case RemoveContainer _ -> "container.remove";
        };
    }
}
