package io.herd.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Create forms read, and descriptions written, as a daemon does it; for the daemon in memory. */
public final class ContainerForms {

    private ContainerForms() {}

    /** The daemon's own words for a form it cannot read. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** What a container looks like from outside. */
    public record Seen(
            String id,
            String name,
            RawJson form,
            Instant created,
            String state,
            String status,
            int exitCode) {}

    /** The image that a form asks for, if it asks for any. */
    public static Optional<String> image(RawJson form) throws Unreadable {
        try {
            Documents.parse(form.text());
            return fields(form).maybeText("Image");
        } catch (MalformedJsonException e) {
            throw new Unreadable("invalid JSON: " + e.getMessage());
        } catch (JsonParseException | IllegalStateException e) {
            throw new Unreadable("json: cannot unmarshal: " + e.getMessage());
        }
    }

    /** One element of the list of containers. */
    public static String listed(Seen seen) {
        var form = fields(seen.form()).json();
        var json = new JsonObject();
        json.addProperty("Id", seen.id());
        json.add("Names", array(List.of("/" + seen.name())));
        json.add("Image", form.get("Image"));
        json.addProperty("ImageID", "sha256:" + "0".repeat(64));
        json.addProperty("Command", String.join(" ", command(form)));
        json.addProperty("Created", seen.created().getEpochSecond());
        json.add("Ports", new JsonArray());
        json.add("Labels", labels(form));
        json.addProperty("State", seen.state());
        json.addProperty("Status", seen.status());
        return json.toString();
    }

    /** The full description of a container. */
    public static RawJson inspected(Seen seen) {
        var config = fields(seen.form()).json().deepCopy();
        var hostConfig = config.remove("HostConfig");
        var command = command(config);
        var state = new JsonObject();
        state.addProperty("Status", seen.state());
        state.addProperty("Running", seen.state().equals("running"));
        state.addProperty("ExitCode", seen.exitCode());
        var json = new JsonObject();
        json.addProperty("Id", seen.id());
        json.addProperty("Created", seen.created().toString());
        json.addProperty("Path", command.isEmpty() ? "" : command.getFirst());
        json.add("Args", array(command.stream().skip(1).toList()));
        json.add("State", state);
        json.addProperty("Image", "sha256:" + "0".repeat(64));
        json.addProperty("Name", "/" + seen.name());
        json.add("HostConfig", hostConfig == null ? new JsonObject() : hostConfig);
        json.add("Config", config);
        return new RawJson(json.toString());
    }

    private static Fields fields(RawJson form) {
        return new Fields(JsonParser.parseString(form.text()).getAsJsonObject());
    }

    private static List<String> command(JsonObject form) {
        var command = form.get("Cmd");
        return command == null || !command.isJsonArray()
                ? List.of()
                : command.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    private static JsonElement labels(JsonObject form) {
        var labels = form.get("Labels");
        return labels == null ? new JsonObject() : labels;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
