package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.action.Streaming;
import io.herd.action.Streaming.Attach;
import io.herd.action.Streaming.CopyIn;
import io.herd.action.Streaming.CopyOut;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.ExportContainer;
import io.herd.action.Streaming.FetchImage;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.Logs;
import io.herd.action.Streaming.OnBehalf;
import io.herd.action.Streaming.Relay;
import io.herd.action.Streaming.SaveImages;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Wait;
import io.herd.action.Streaming.Window;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.NodeName;

/**
 * Reads and writes {@link Streaming}s as JSON: the field {@code stream} names the kind, the others
 * are its components.
 */
final class StreamingJson {

    private StreamingJson() {}

    static JsonObject write(Streaming what) {
        var json = new JsonObject();
        switch (what) {
            case OnBehalf(var caller, var then) -> {
                return CallerJson.add(caller, write(then));
            }
            case Logs logs -> logs(json, logs);
            case Exec exec -> exec(json, exec);
            case Attach(String id, boolean input, var detachKeys) -> {
                head(json, "container.attach", id);
                json.addProperty("input", input);
                detachKeys.ifPresent(keys -> json.addProperty("detachKeys", keys));
            }
            case Wait(String id) -> head(json, "container.wait", id);
            case Events(var since, var until, var filters) -> {
                json.addProperty("stream", "events");
                since.ifPresent(s -> json.addProperty("since", s));
                until.ifPresent(u -> json.addProperty("until", u));
                json.add("filters", JsonOf.lists(filters));
            }
            case Stats(var ids, boolean follow, var filters) -> {
                json.addProperty("stream", "stats");
                json.add("ids", JsonOf.texts(ids));
                json.addProperty("follow", follow);
                json.add("filters", JsonOf.lists(filters));
            }
            case CopyOut(String id, String path) -> {
                head(json, "container.copyOut", id);
                json.addProperty("path", path);
            }
            case ExportContainer(String id) -> head(json, "container.export", id);
            case SaveImages(var references, var without) -> {
                json.addProperty("stream", "image.save");
                json.add("references", JsonOf.texts(references));
                json.add("without", JsonOf.texts(without));
            }
            case LoadImages _ -> json.addProperty("stream", "image.load");
            case FetchImage(String reference, String id, var from) -> {
                head(json, "image.fetch", id);
                json.addProperty("reference", reference);
                json.addProperty("from", from.value());
            }
            case Relay(var request) -> {
                json.addProperty("stream", "daemon.relay");
                json.add("request", ApiJson.write(request));
            }
            case CopyIn(String id, String directory, boolean keepOwner) -> {
                head(json, "container.copyIn", id);
                json.addProperty("directory", directory);
                json.addProperty("keepOwner", keepOwner);
            }
        }
        return json;
    }

    private static void head(JsonObject json, String stream, String id) {
        json.addProperty("stream", stream);
        json.addProperty("id", id);
    }

    private static void logs(JsonObject json, Logs logs) {
        head(json, "container.logs", logs.id());
        json.addProperty("follow", logs.follow());
        logs.since().ifPresent(since -> json.addProperty("since", since));
        logs.until().ifPresent(until -> json.addProperty("until", until));
        logs.tail().ifPresent(tail -> json.addProperty("tail", tail));
        json.addProperty("timestamps", logs.timestamps());
        json.addProperty("details", logs.details());
    }

    private static void exec(JsonObject json, Exec exec) {
        head(json, "container.exec", exec.id());
        json.add("command", JsonOf.texts(exec.command()));
        json.add("environment", JsonOf.texts(exec.environment()));
        exec.directory().ifPresent(directory -> json.addProperty("directory", directory));
        exec.user().ifPresent(user -> json.addProperty("user", user));
        json.addProperty("privileged", exec.privileged());
        exec.window().ifPresent(window -> json.add("window", write(window)));
        json.addProperty("input", exec.input());
        exec.detachKeys().ifPresent(keys -> json.addProperty("detachKeys", keys));
    }

    private static JsonObject write(Window window) {
        var json = new JsonObject();
        json.addProperty("rows", window.rows());
        json.addProperty("columns", window.columns());
        return json;
    }

    static Exec exec(Fields json) {
        return new Exec(
                json.text("id"),
                json.list("command", JsonElement::getAsString),
                json.list("environment", JsonElement::getAsString),
                json.maybeText("directory"),
                json.maybeText("user"),
                json.flag("privileged"),
                json.maybeObject("window").map(StreamingJson::window),
                json.flag("input"),
                json.maybeText("detachKeys"));
    }

    static Streaming read(Fields json) throws WireException {
        var what = streaming(json);
        var caller = CallerJson.read(json);
        return caller.isPresent() ? new OnBehalf(caller.get(), what) : what;
    }

    private static Streaming streaming(Fields json) throws WireException {
        var name = json.text("stream");
        return switch (name) {
            case "container.logs" ->
                    new Logs(
                            json.text("id"),
                            json.flag("follow"),
                            json.maybeText("since"),
                            json.maybeText("until"),
                            json.maybeInteger("tail"),
                            json.flag("timestamps"),
                            json.flag("details"));
            case "container.exec" -> exec(json);
            case "container.attach" ->
                    new Attach(json.text("id"), json.flag("input"), json.maybeText("detachKeys"));
            case "container.wait" -> new Wait(json.text("id"));
            case "events" ->
                    new Events(
                            json.maybeText("since"),
                            json.maybeText("until"),
                            json.lists("filters"));
            case "stats" ->
                    new Stats(
                            json.list("ids", JsonElement::getAsString),
                            json.flag("follow"),
                            json.lists("filters"));
            case "container.export" -> new ExportContainer(json.text("id"));
            case "image.save" ->
                    new SaveImages(
                            json.list("references", JsonElement::getAsString),
                            json.list("without", JsonElement::getAsString));
            case "image.load" -> new LoadImages();
            case "image.fetch" ->
                    new FetchImage(
                            json.text("reference"),
                            json.text("id"),
                            new NodeName(json.text("from")));
            case "daemon.relay" -> new Relay(ApiJson.request(json.object("request")));
            case "container.copyOut" -> new CopyOut(json.text("id"), json.text("path"));
            case "container.copyIn" ->
                    new CopyIn(json.text("id"), json.text("directory"), json.flag("keepOwner"));
            default -> throw Unknown.asked("stream", name);
        };
    }

    private static Window window(Fields json) {
        return new Window(json.integer("rows"), json.integer("columns"));
    }
}
