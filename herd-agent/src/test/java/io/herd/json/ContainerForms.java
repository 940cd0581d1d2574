package io.herd.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.docker.DockerJson;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.model.DaemonEvent;
import io.herd.model.DaemonState;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Create forms read, and descriptions written, as a daemon does it; for the daemon in memory. */
public final class ContainerForms {

    private ContainerForms() {}

    /** What a daemon says of an image that it has taken in. */
    public static RawJson loadedImage(String name) {
        var json = new JsonObject();
        json.addProperty("stream", "Loaded image: " + name + "\n");
        return new RawJson(json.toString());
    }

    /** The few fields of a daemon's info that it has in memory. */
    public static RawJson info(DaemonState.Up up) {
        var json = new JsonObject();
        json.addProperty("ServerVersion", up.version());
        json.addProperty("Containers", up.containers());
        json.addProperty("ContainersRunning", up.running());
        json.addProperty("ContainersPaused", 0);
        json.addProperty("ContainersStopped", up.containers() - up.running());
        json.addProperty("Images", up.images());
        json.addProperty("Driver", "memory");
        json.addProperty("NCPU", up.cpus());
        json.addProperty("MemTotal", up.memory());
        return new RawJson(json.toString());
    }

    /** A volume as a daemon describes it, made of its form. */
    public static RawJson volume(String form) {
        var given = JsonParser.parseString(form).getAsJsonObject();
        var json = new JsonObject();
        json.addProperty("CreatedAt", "2026-01-02T03:04:05Z");
        json.addProperty("Driver", "local");
        json.add("Labels", given.get("Labels"));
        var name = given.has("Name") ? given.get("Name").getAsString() : "";
        json.addProperty("Mountpoint", "/var/lib/docker/volumes/" + name + "/_data");
        json.addProperty("Name", name);
        json.addProperty("Scope", "local");
        return new RawJson(json.toString());
    }

    /** A network as a daemon describes it, made of its form. */
    public static RawJson network(String form) {
        var given = JsonParser.parseString(form).getAsJsonObject();
        var json = new JsonObject();
        var name = given.get("Name").getAsString();
        json.addProperty("Name", name);
        json.addProperty("Id", "%064x".formatted(name.hashCode() & 0xffffffffL));
        json.addProperty("Created", "2026-01-02T03:04:05.123456789Z");
        json.addProperty("Scope", "local");
        json.addProperty(
                "Driver", given.has("Driver") ? given.get("Driver").getAsString() : "bridge");
        json.addProperty("Internal", false);
        json.addProperty("EnableIPv6", false);
        json.add("Labels", given.get("Labels"));
        return new RawJson(json.toString());
    }

    /** The name of a volume or network. */
    public static String name(RawJson described) {
        return JsonParser.parseString(described.text()).getAsJsonObject().get("Name").getAsString();
    }

    /** What a daemon answers when it has removed volumes or networks. */
    public static RawJson prunedResources(ResourceKind kind, List<String> names) {
        var json = new JsonObject();
        var array = JsonOf.texts(names);
        switch (kind) {
            case VOLUME -> {
                json.add("VolumesDeleted", array);
                json.addProperty("SpaceReclaimed", 0);
            }
            case NETWORK -> json.add("NetworksDeleted", array);
        }
        return new RawJson(json.toString());
    }

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
            StrictJson.parse(form.text());
            return fields(form).maybeText("Image");
        } catch (MalformedJsonException e) {
            throw new Unreadable("invalid JSON: " + e.getMessage());
        } catch (JsonParseException | IllegalStateException e) {
            throw new Unreadable("json: cannot unmarshal: " + e.getMessage());
        }
    }

    /** The labels that a form gives, each as {@code NAME} and as {@code NAME=VALUE}. */
    public static List<String> labelsOf(RawJson form) {
        var texts = new ArrayList<String>();
        labels(fields(form).json())
                .getAsJsonObject()
                .asMap()
                .forEach((name, value) -> {
                    texts.add(name);
                    texts.add(name + "=" + value.getAsString());
                });
        return texts;
    }

    /** One element of the list of images. */
    public static String listedImage(String reference, String id, Instant created) {
        var json = new JsonObject();
        json.addProperty("Containers", -1);
        json.addProperty("Created", created.getEpochSecond());
        json.addProperty("Id", id);
        json.add("Labels", new JsonObject());
        json.add("RepoDigests", new JsonArray());
        json.add("RepoTags", array(List.of(reference)));
        json.addProperty("Size", 1_234_567);
        return json.toString();
    }

    /** An event as the daemon tells it. */
    public static DaemonEvent event(
            String type,
            String action,
            String actor,
            Map<String, String> attributes,
            Instant time) {
        var of = new JsonObject();
        of.addProperty("ID", actor);
        of.add("Attributes", JsonOf.object(attributes));
        var json = new JsonObject();
        json.addProperty("Type", type);
        json.addProperty("Action", action);
        json.add("Actor", of);
        json.addProperty("scope", "local");
        json.addProperty("time", time.getEpochSecond());
        json.addProperty("timeNano", time.getEpochSecond() * 1_000_000_000 + time.getNano());
        try {
            return DockerJson.event(new RawJson(json.toString()));
        } catch (UnexpectedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What pruning containers says. */
    public static RawJson pruned(List<String> ids) {
        var json = new JsonObject();
        json.add("ContainersDeleted", array(ids));
        json.addProperty("SpaceReclaimed", 1_000 * ids.size());
        return new RawJson(json.toString());
    }

    /** What pruning images says. */
    public static RawJson prunedImages(List<String> references) {
        var deleted = new JsonArray();
        for (var reference : references) {
            var untagged = new JsonObject();
            untagged.addProperty("Untagged", reference);
            deleted.add(untagged);
        }
        var json = new JsonObject();
        json.add("ImagesDeleted", deleted);
        json.addProperty("SpaceReclaimed", 1_000 * references.size());
        return new RawJson(json.toString());
    }

    /** What a container uses, always the same; nothing while it does not run. */
    public static RawJson usage(Seen seen, boolean running) {
        var measured =
                """
                "read":"2026-01-31T12:00:00Z","pids_stats":{"current":3},
                "networks":{"eth0":{"rx_bytes":1000,"tx_bytes":2000}},
                "memory_stats":{"usage":3145728,"limit":1073741824,"stats":{"inactive_file":1048576}},
                "blkio_stats":{"io_service_bytes_recursive":[{"op":"Read","value":4096},{"op":"Write","value":0}]},
                "cpu_stats":{"cpu_usage":{"total_usage":150},"system_cpu_usage":1200,"online_cpus":2},
                "precpu_stats":{"cpu_usage":{"total_usage":100},"system_cpu_usage":1000}
                """;
        var nothing = "\"read\":\"0001-01-01T00:00:00Z\"";
        return new RawJson(
                "{\"id\":\"%s\",\"name\":\"/%s\",%s}"
                        .formatted(seen.id(), seen.name(), running ? measured : nothing));
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
        return inspected(seen, false);
    }

    /**
     * The full description of a container.
     *
     * @param size with its sizes
     */
    public static RawJson inspected(Seen seen, boolean size) {
        var config = fields(seen.form()).json().deepCopy();
        var hostConfig = config.remove("HostConfig");
        var command = command(config);
        var state = new JsonObject();
        state.addProperty("Status", seen.state());
        state.addProperty("Running", List.of("running", "paused").contains(seen.state()));
        state.addProperty("Paused", seen.state().equals("paused"));
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
        json.add("NetworkSettings", networkSettings(hostConfig));
        if (size) {
            json.addProperty("SizeRw", 5);
            json.addProperty("SizeRootFs", 1_234_567);
        }
        return new RawJson(json.toString());
    }

    // The host's ports as the form gives them, on all addresses.
    private static JsonObject networkSettings(@Nullable JsonElement hostConfig) {
        var settings = new JsonObject();
        if (hostConfig instanceof JsonObject form && form.has("PortBindings")) {
            var ports = form.getAsJsonObject("PortBindings").deepCopy();
            ports.asMap()
                    .values()
                    .forEach(bound ->
                            bound.getAsJsonArray()
                                    .forEach(one ->
                                            one.getAsJsonObject()
                                                    .addProperty("HostIp", "0.0.0.0")));
            ports.add("9/udp", JsonNull.INSTANCE);
            settings.add("Ports", ports);
        }
        return settings;
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
        return labels instanceof JsonObject ? labels : new JsonObject();
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
