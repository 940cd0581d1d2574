package io.herd.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.action.Streaming;
import io.herd.model.RawJson;

/** What the Docker API says of processes, and is told of them. */
public final class ProcessJson {

    private ProcessJson() {}

    /**
     * @param terminal its process has a terminal, so its output is one stream
     */
    public record Container(boolean running, boolean terminal) {}

    /**
     * A command in a container.
     *
     * @param pid on the daemon's host; 0 before it has started
     * @param exitCode 0 while it runs
     */
    public record Exec(boolean running, long pid, int exitCode) {}

    public static Container container(RawJson inspected) throws UnexpectedJsonException {
        return read(
                inspected,
                json ->
                        new Container(
                                json.object("State").flag("Running"),
                                json.object("Config").flag("Tty")));
    }

    public static String execId(RawJson made) throws UnexpectedJsonException {
        return read(made, json -> json.text("Id"));
    }

    public static Exec execState(RawJson inspected) throws UnexpectedJsonException {
        return read(
                inspected,
                json ->
                        new Exec(
                                json.flag("Running"),
                                json.maybeNumber("Pid").orElse(0L),
                                json.maybeInteger("ExitCode").orElse(0)));
    }

    /** The id of the container that an event is about. */
    public static String actor(RawJson event) throws UnexpectedJsonException {
        return read(event, json -> json.object("Actor").text("ID"));
    }

    /** The form that makes it. */
    public static RawJson exec(Streaming.Exec exec) {
        var json = new JsonObject();
        json.addProperty("AttachStdin", exec.input());
        json.addProperty("AttachStdout", true);
        json.addProperty("AttachStderr", true);
        json.addProperty("Tty", exec.window().isPresent());
        json.addProperty("Privileged", exec.privileged());
        json.add("Cmd", JsonOf.texts(exec.command()));
        json.add("Env", JsonOf.texts(exec.environment()));
        exec.directory().ifPresent(directory -> json.addProperty("WorkingDir", directory));
        exec.user().ifPresent(user -> json.addProperty("User", user));
        return new RawJson(json.toString());
    }

    /** The form that starts it. */
    public static RawJson execStart(boolean terminal) {
        var json = new JsonObject();
        json.addProperty("Detach", false);
        json.addProperty("Tty", terminal);
        return new RawJson(json.toString());
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Fields json);
    }

    private static <T> T read(RawJson document, Reader<T> reader) throws UnexpectedJsonException {
        try {
            return reader.read(
                    new Fields(JsonParser.parseString(document.text()).getAsJsonObject()));
        } catch (JsonParseException | IllegalStateException e) {
            throw new UnexpectedJsonException(e);
        }
    }
}
