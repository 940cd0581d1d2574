package io.herd.json.docker;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.Optional;
import java.util.Set;

/**
 * Reads small forms of the Docker Engine API, as far as it matters who brings them. A daemon reads
 * names in any case: a form with names beside those of the API is not read at all.
 */
public final class ApiForm {

    private static final Set<String> EXEC =
            Set.of(
                    "AttachStdin",
                    "AttachStdout",
                    "AttachStderr",
                    "ConsoleSize",
                    "Detach",
                    "DetachKeys",
                    "Tty",
                    "Env",
                    "Cmd",
                    "Privileged",
                    "User",
                    "WorkingDir");
    private static final Set<String> DISCONNECT = Set.of("Container", "Force");

    private ApiForm() {}

    /**
     * A command that is to be run in a container.
     *
     * @param user whether as somebody else than the container's user
     */
    public record Exec(boolean user, boolean privileged) {}

    /** Reads a form for a command; empty if it cannot be read in every detail. */
    public static Optional<Exec> exec(String form) {
        return read(form, EXEC)
                .flatMap(json -> {
                    try {
                        return Optional.of(
                                new Exec(
                                        json.maybeText("User")
                                                .filter(it -> !it.isEmpty())
                                                .isPresent(),
                                        json.flag("Privileged")));
                    } catch (JsonParseException e) {
                        return Optional.empty();
                    }
                });
    }

    /** The container that is to be disconnected from a network, likewise. */
    public static Optional<String> disconnected(String form) {
        return read(form, DISCONNECT).flatMap(json -> text(json, "Container"));
    }

    private static Optional<Fields> read(String form, Set<String> names) {
        return object(form).filter(it -> names.containsAll(it.keySet())).map(Fields::new);
    }

    private static Optional<String> text(Fields json, String name) {
        try {
            return json.maybeText(name);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** The container of a command, by the daemon's description of it. */
    public static String containerOf(String exec) throws UnexpectedJsonException {
        return DaemonDocument.object(new RawJson(exec), json -> json.text("ContainerID"));
    }

    /** Whether this is a form at all. */
    public static boolean isObject(String form) {
        return object(form).isPresent();
    }

    private static Optional<JsonObject> object(String form) {
        try {
            return JsonParser.parseString(form) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
