package io.herd.json.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.action.Streaming;
import io.herd.json.JsonOf;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.List;

/** Reads and writes the Docker API's documents about processes of containers. */
public final class ProcessJson {

    private ProcessJson() {}

    /**
     * The state of a container, as far as its main process needs it.
     *
     * @param status the daemon's word for its state
     * @param terminal whether its process has a terminal, so that its output is one stream
     * @param input whether its standard input is open
     * @param removed whether it is removed when it has ended
     */
    public record Container(
            boolean running, String status, boolean terminal, boolean input, boolean removed) {}

    /**
     * The state of an exec in a container.
     *
     * @param pid on the daemon's host; 0 before it has started
     * @param exitCode 0 while it runs
     */
    public record Exec(boolean running, long pid, int exitCode) {}

    public static Container container(RawJson inspected) throws UnexpectedJsonException {
        return DaemonDocument.object(
                inspected,
                json ->
                        new Container(
                                json.object("State").flag("Running"),
                                json.object("State").maybeText("Status").orElse(""),
                                json.object("Config").flag("Tty"),
                                json.object("Config").flag("OpenStdin"),
                                json.object("HostConfig").flag("AutoRemove")));
    }

    /**
     * The output of {@code ps} for a container's processes.
     *
     * @param rows one row per process, with a value for each title
     */
    public record Table(List<String> titles, List<List<String>> rows) {}

    public static Table table(RawJson top) throws UnexpectedJsonException {
        return DaemonDocument.object(
                top,
                json ->
                        new Table(
                                json.list("Titles", JsonElement::getAsString),
                                json.list("Processes", ProcessJson::row)));
    }

    private static List<String> row(JsonElement process) {
        return process.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    public static String execId(RawJson made) throws UnexpectedJsonException {
        return DaemonDocument.object(made, json -> json.text("Id"));
    }

    public static Exec execState(RawJson inspected) throws UnexpectedJsonException {
        return DaemonDocument.object(
                inspected,
                json ->
                        new Exec(
                                json.flag("Running"),
                                json.maybeNumber("Pid").orElse(0L),
                                json.maybeInteger("ExitCode").orElse(0)));
    }

    /** The id of the container that an event is about. */
    public static String actor(RawJson event) throws UnexpectedJsonException {
        return DaemonDocument.object(event, json -> json.object("Actor").text("ID"));
    }

    /** The form that creates an exec. */
    public static RawJson exec(Streaming.Exec exec) {
        var json = form(exec);
        json.addProperty("AttachStdin", exec.input());
        exec.detachKeys().ifPresent(keys -> json.addProperty("DetachKeys", keys));
        json.addProperty("AttachStdout", true);
        json.addProperty("AttachStderr", true);
        return new RawJson(json.toString());
    }

    /** The form that creates an exec that nobody listens to. */
    public static RawJson detachedExec(Streaming.Exec exec) {
        var json = form(exec);
        json.addProperty("Detach", true);
        return new RawJson(json.toString());
    }

    private static JsonObject form(Streaming.Exec exec) {
        var json = new JsonObject();
        json.addProperty("Tty", exec.window().isPresent());
        json.addProperty("Privileged", exec.privileged());
        json.add("Cmd", JsonOf.texts(exec.command()));
        json.add("Env", JsonOf.texts(exec.environment()));
        exec.directory().ifPresent(directory -> json.addProperty("WorkingDir", directory));
        exec.user().ifPresent(user -> json.addProperty("User", user));
        return json;
    }

    /** The form that starts an exec. */
    public static RawJson execStart(boolean terminal, boolean detached) {
        var json = new JsonObject();
        json.addProperty("Detach", detached);
        json.addProperty("Tty", terminal);
        return new RawJson(json.toString());
    }
}
