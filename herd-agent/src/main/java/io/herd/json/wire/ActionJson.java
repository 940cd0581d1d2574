package io.herd.json.wire;

import com.google.gson.JsonObject;
import io.herd.action.Action;
import io.herd.action.Action.ContainerAction;
import io.herd.action.Action.ImageAction;
import io.herd.action.Action.NodeAction;
import io.herd.action.Action.OnBehalf;
import io.herd.action.Action.ResourceAction;
import io.herd.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes {@link Action}s as JSON: the field {@code action} names the action, the others
 * are its components.
 */
final class ActionJson {

    private ActionJson() {}

    static JsonObject write(Action action) {
        if (action instanceof OnBehalf(var caller, var then)) {
            return CallerJson.add(caller, write(then));
        }
        var json = new JsonObject();
        json.addProperty("action", name(action));
        switch (action) {
            case NodeAction on -> NodeActionJson.write(on, json);
            case ContainerAction on -> ContainerActionJson.write(on, json);
            case ImageAction on -> ImageActionJson.write(on, json);
            case ResourceAction on -> ResourceActionJson.write(on, json);
            case OnBehalf _ -> throw new IllegalStateException("it is written above");
        }
        return json;
    }

    static Action read(Fields json) throws WireException {
        var action = action(json.text("action"), json);
        var caller = CallerJson.read(json);
        return caller.isPresent() ? new OnBehalf(caller.get(), action) : action;
    }

    private static Action action(String name, Fields json) throws WireException {
        return switch (name.substring(0, Math.max(name.indexOf('.'), 0))) {
            case "container" -> ContainerActionJson.read(name, json);
            case "image" -> ImageActionJson.read(name, json);
            case "volume", "network" -> ResourceActionJson.read(name, json);
            default -> NodeActionJson.read(name, json);
        };
    }

    static String name(Action action) {
        return switch (action) {
            case NodeAction on -> NodeActionJson.name(on);
            case ContainerAction on -> ContainerActionJson.name(on);
            case ImageAction on -> ImageActionJson.name(on);
            case ResourceAction on -> ResourceActionJson.name(on);
            case OnBehalf(_, var then) -> name(then);
        };
    }

    // An agent that does not know filters would ignore them, and remove everything.
    static String prune(String what, Map<String, List<String>> filters) {
        return what + (filters.isEmpty() ? ".prune" : ".prune.some");
    }
}
