package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.action.Action.CommitContainer;
import io.herd.action.Action.ContainerAction;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.DiffContainer;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.InspectContainer;
import io.herd.action.Action.KillContainer;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.PauseContainer;
import io.herd.action.Action.PruneContainers;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Action.RenameContainer;
import io.herd.action.Action.RestartContainer;
import io.herd.action.Action.StartContainer;
import io.herd.action.Action.StartExec;
import io.herd.action.Action.StatPath;
import io.herd.action.Action.StopContainer;
import io.herd.action.Action.TopContainer;
import io.herd.action.Action.UnpauseContainer;
import io.herd.action.Action.UpdateContainer;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import java.util.Optional;

/** Reads and writes actions on containers. */
final class ContainerActionJson {

    private ContainerActionJson() {}

    /** Writes the components of an action into its object. */
    static void write(ContainerAction action, JsonObject json) {
        switch (action) {
            case ListContainers(boolean all, boolean size, var filters, boolean settled) -> {
                json.addProperty("all", all);
                json.addProperty("size", size);
                json.add("filters", JsonOf.lists(filters));
                json.addProperty("settled", settled);
            }
            case FindContainers(String reference) -> json.addProperty("reference", reference);
            case InspectContainer(String id, boolean size) -> {
                json.addProperty("id", id);
                json.addProperty("size", size);
            }
            case CreateContainer(var name, var body, boolean start) -> {
                name.ifPresent(n -> json.addProperty("name", n));
                json.add("body", JsonParser.parseString(body.text()));
                json.addProperty("start", start);
            }
            case StartContainer(String id) -> json.addProperty("id", id);
            case StopContainer(String id, var grace, var signal) -> ending(json, id, grace, signal);
            case RestartContainer(String id, var grace, var signal) ->
                    ending(json, id, grace, signal);
            case KillContainer(String id, var signal) -> {
                json.addProperty("id", id);
                signal.ifPresent(s -> json.addProperty("signal", s));
            }
            case PauseContainer(String id) -> json.addProperty("id", id);
            case UnpauseContainer(String id) -> json.addProperty("id", id);
            case TopContainer(String id, var arguments) -> {
                json.addProperty("id", id);
                json.add("arguments", JsonOf.texts(arguments));
            }
            case StartExec(var command) -> json.add("command", StreamingJson.write(command));
            case StatPath(String id, String path) -> {
                json.addProperty("id", id);
                json.addProperty("path", path);
            }
            case RenameContainer(String id, String name) -> {
                json.addProperty("id", id);
                json.addProperty("name", name);
            }
            case RemoveContainer(String id, boolean force, boolean volumes) -> {
                json.addProperty("id", id);
                json.addProperty("force", force);
                json.addProperty("volumes", volumes);
            }
            case PruneContainers(var filters) -> json.add("filters", JsonOf.lists(filters));
            case DiffContainer(String id) -> json.addProperty("id", id);
            case CommitContainer(String id, var options) -> {
                json.addProperty("id", id);
                json.add("options", JsonOf.object(options));
            }
            case UpdateContainer(String id, var body) -> {
                json.addProperty("id", id);
                json.add("body", JsonParser.parseString(body.text()));
            }
        }
    }

    private static void ending(
            JsonObject json, String id, Optional<Integer> grace, Optional<String> signal) {
        json.addProperty("id", id);
        grace.ifPresent(seconds -> json.addProperty("graceSeconds", seconds));
        signal.ifPresent(s -> json.addProperty("signal", s));
    }

    /**
     * Reads an action.
     *
     * @throws WireException if there is none of this name
     */
    static ContainerAction read(String name, Fields json) throws WireException {
        return switch (name) {
            case "container.list" ->
                    new ListContainers(
                            json.flag("all"),
                            json.flag("size"),
                            json.lists("filters"),
                            json.flag("settled"));
            case "container.find" -> new FindContainers(json.text("reference"));
            case "container.inspect" -> new InspectContainer(json.text("id"), json.flag("size"));
            case "container.create" ->
                    new CreateContainer(
                            json.maybeText("name"), json.raw("body"), json.flag("start"));
            case "container.start" -> new StartContainer(json.text("id"));
            case "container.stop" ->
                    new StopContainer(
                            json.text("id"),
                            json.maybeInteger("graceSeconds"),
                            json.maybeText("signal"));
            case "container.restart" ->
                    new RestartContainer(
                            json.text("id"),
                            json.maybeInteger("graceSeconds"),
                            json.maybeText("signal"));
            case "container.kill" -> new KillContainer(json.text("id"), json.maybeText("signal"));
            case "container.pause" -> new PauseContainer(json.text("id"));
            case "container.unpause" -> new UnpauseContainer(json.text("id"));
            case "container.top" ->
                    new TopContainer(
                            json.text("id"), json.list("arguments", JsonElement::getAsString));
            case "container.exec" -> new StartExec(StreamingJson.exec(json.object("command")));
            case "container.stat" -> new StatPath(json.text("id"), json.text("path"));
            case "container.rename" -> new RenameContainer(json.text("id"), json.text("name"));
            case "container.remove" ->
                    new RemoveContainer(json.text("id"), json.flag("force"), json.flag("volumes"));
            case "container.prune", "container.prune.some" ->
                    new PruneContainers(json.lists("filters"));
            case "container.diff" -> new DiffContainer(json.text("id"));
            case "container.commit" -> new CommitContainer(json.text("id"), json.texts("options"));
            case "container.update" -> new UpdateContainer(json.text("id"), json.raw("body"));
            default -> throw Unknown.asked("action", name);
        };
    }

    static String name(ContainerAction action) {
        return switch (action) {
            case ListContainers _ -> "container.list";
            case FindContainers _ -> "container.find";
            case InspectContainer _ -> "container.inspect";
            case CreateContainer _ -> "container.create";
            case StartContainer _ -> "container.start";
            case StopContainer _ -> "container.stop";
            case RestartContainer _ -> "container.restart";
            case KillContainer _ -> "container.kill";
            case PauseContainer _ -> "container.pause";
            case UnpauseContainer _ -> "container.unpause";
            case TopContainer _ -> "container.top";
            case StartExec _ -> "container.exec";
            case StatPath _ -> "container.stat";
            case RenameContainer _ -> "container.rename";
            case RemoveContainer _ -> "container.remove";
            case PruneContainers(var filters) -> ActionJson.prune("container", filters);
            case DiffContainer _ -> "container.diff";
            case CommitContainer _ -> "container.commit";
            case UpdateContainer _ -> "container.update";
        };
    }
}
