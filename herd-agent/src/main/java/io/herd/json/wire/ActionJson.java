package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.action.Action;
import io.herd.action.Action.CommitContainer;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.DescribeDaemon;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.DiffContainer;
import io.herd.action.Action.ExamineNode;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.ForgetGone;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Action.ImageHistory;
import io.herd.action.Action.InspectContainer;
import io.herd.action.Action.InspectImage;
import io.herd.action.Action.KillContainer;
import io.herd.action.Action.Leave;
import io.herd.action.Action.ListContainers;
import io.herd.action.Action.ListGone;
import io.herd.action.Action.ListImages;
import io.herd.action.Action.MeasureDisk;
import io.herd.action.Action.PauseContainer;
import io.herd.action.Action.PruneBuilds;
import io.herd.action.Action.PruneContainers;
import io.herd.action.Action.PruneImages;
import io.herd.action.Action.PullImage;
import io.herd.action.Action.PushImage;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Action.RemoveImage;
import io.herd.action.Action.RenameContainer;
import io.herd.action.Action.ResourceAction;
import io.herd.action.Action.RestartContainer;
import io.herd.action.Action.SetPool;
import io.herd.action.Action.StartContainer;
import io.herd.action.Action.StartExec;
import io.herd.action.Action.StatPath;
import io.herd.action.Action.StopContainer;
import io.herd.action.Action.TagImage;
import io.herd.action.Action.TellTime;
import io.herd.action.Action.TopContainer;
import io.herd.action.Action.UnpauseContainer;
import io.herd.action.Action.UpdateContainer;
import io.herd.action.Action.UpdateLabels;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.NodeName;
import io.herd.model.RegistryLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes {@link Action}s as JSON: the field {@code action} names the action, the others
 * are its components.
 */
final class ActionJson {

    private ActionJson() {}

    static JsonObject write(Action action) {
        var json = new JsonObject();
        json.addProperty("action", name(action));
        switch (action) {
            case DescribeNode _,
                    ExamineNode _,
                    TellTime _,
                    ListGone _,
                    DescribeDaemon _,
                    MeasureDisk _ -> {}
            case ForgetGone(var node) -> json.addProperty("name", node.value());
            case Leave(var node, String address) -> {
                json.addProperty("name", node.value());
                json.addProperty("address", address);
            }
            case IfRegistered(var then) -> json.add("then", write(then));
            case UpdateLabels(var add, var remove) -> {
                json.add("add", JsonOf.object(add));
                json.add("remove", JsonOf.texts(remove));
            }
            case SetPool(var pool) -> json.addProperty("pool", NodeJson.word(pool));
            case ListContainers(boolean all, boolean size, var filters) -> {
                json.addProperty("all", all);
                json.addProperty("size", size);
                json.add("filters", JsonOf.lists(filters));
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
            case ListImages(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
            case InspectImage(String reference) -> json.addProperty("reference", reference);
            case PullImage(String reference, var login) -> {
                json.addProperty("reference", reference);
                login.ifPresent(l -> json.addProperty("login", l.header()));
            }
            case RemoveImage(String reference, boolean force) -> {
                json.addProperty("reference", reference);
                json.addProperty("force", force);
            }
            case PruneContainers(var filters) -> json.add("filters", JsonOf.lists(filters));
            case TagImage(String reference, String repository, String tag) -> {
                json.addProperty("reference", reference);
                json.addProperty("repository", repository);
                json.addProperty("tag", tag);
            }
            case PushImage(String repository, String tag, var login) -> {
                json.addProperty("repository", repository);
                json.addProperty("tag", tag);
                login.ifPresent(l -> json.addProperty("login", l.header()));
            }
            case ImageHistory(String reference) -> json.addProperty("reference", reference);
            case DiffContainer(String id) -> json.addProperty("id", id);
            case CommitContainer(String id, var options) -> {
                json.addProperty("id", id);
                json.add("options", JsonOf.object(options));
            }
            case UpdateContainer(String id, var body) -> {
                json.addProperty("id", id);
                json.add("body", JsonParser.parseString(body.text()));
            }
            case PruneBuilds(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
            case ResourceAction on -> ResourceActionJson.write(on, json);
            case PruneImages(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
        }
        return json;
    }

    private static void ending(
            JsonObject json, String id, Optional<Integer> grace, Optional<String> signal) {
        json.addProperty("id", id);
        grace.ifPresent(seconds -> json.addProperty("graceSeconds", seconds));
        signal.ifPresent(s -> json.addProperty("signal", s));
    }

    static Action read(Fields json) throws WireException {
        var name = json.text("action");
        return switch (name) {
            case "node.describe" -> new DescribeNode();
            case "node.examine" -> new ExamineNode();
            case "node.time" -> new TellTime();
            case "gone.list" -> new ListGone();
            case "gone.forget" -> new ForgetGone(new NodeName(json.text("name")));
            case "member.leaves" ->
                    new Leave(new NodeName(json.text("name")), json.text("address"));
            case "if.registered" -> new IfRegistered(read(json.object("then")));
            case "node.labels" ->
                    new UpdateLabels(
                            json.texts("add"), json.list("remove", JsonElement::getAsString));
            case "node.pool" -> new SetPool(NodeJson.pool(json.text("pool")));
            case "container.list" ->
                    new ListContainers(json.flag("all"), json.flag("size"), json.lists("filters"));
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
            case "image.list" -> new ListImages(json.flag("all"), json.lists("filters"));
            case "image.inspect" -> new InspectImage(json.text("reference"));
            case "image.pull" ->
                    new PullImage(
                            json.text("reference"),
                            json.maybeText("login").map(RegistryLogin::new));
            case "image.remove" -> new RemoveImage(json.text("reference"), json.flag("force"));
            case "image.prune", "image.prune.some" ->
                    new PruneImages(json.flag("all"), json.lists("filters"));
            case "image.tag" ->
                    new TagImage(json.text("reference"), json.text("repository"), json.text("tag"));
            case "image.push" ->
                    new PushImage(
                            json.text("repository"),
                            json.text("tag"),
                            json.maybeText("login").map(RegistryLogin::new));
            case "image.history" -> new ImageHistory(json.text("reference"));
            case "container.diff" -> new DiffContainer(json.text("id"));
            case "container.commit" -> new CommitContainer(json.text("id"), json.texts("options"));
            case "container.update" -> new UpdateContainer(json.text("id"), json.raw("body"));
            case "system.info" -> new DescribeDaemon();
            case "system.df" -> new MeasureDisk();
            case "build.prune" -> new PruneBuilds(json.flag("all"), json.lists("filters"));
            default -> ResourceActionJson.read(name, json);
        };
    }

    private static String name(Action action) {
        return switch (action) {
            case DescribeNode _ -> "node.describe";
            case ExamineNode _ -> "node.examine";
            case TellTime _ -> "node.time";
            case ListGone _ -> "gone.list";
            case ForgetGone _ -> "gone.forget";
            case Leave _ -> "member.leaves";
            case IfRegistered _ -> "if.registered";
            case SetPool _ -> "node.pool";
            case UpdateLabels _ -> "node.labels";
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
            case PruneContainers(var filters) -> prune("container", filters);
            case ListImages _ -> "image.list";
            case InspectImage _ -> "image.inspect";
            case PullImage _ -> "image.pull";
            case RemoveImage _ -> "image.remove";
            case PruneImages(_, var filters) -> prune("image", filters);
            case TagImage _ -> "image.tag";
            case PushImage _ -> "image.push";
            case ImageHistory _ -> "image.history";
            case DiffContainer _ -> "container.diff";
            case CommitContainer _ -> "container.commit";
            case UpdateContainer _ -> "container.update";
            case DescribeDaemon _ -> "system.info";
            case MeasureDisk _ -> "system.df";
            case PruneBuilds _ -> "build.prune";
            case ResourceAction on -> ResourceActionJson.name(on);
        };
    }

    // An agent that does not know filters would ignore them, and remove everything.
    private static String prune(String what, Map<String, List<String>> filters) {
        return what + (filters.isEmpty() ? ".prune" : ".prune.some");
    }
}
