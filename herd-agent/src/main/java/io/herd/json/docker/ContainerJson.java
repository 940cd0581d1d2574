package io.herd.json.docker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Container;
import io.herd.model.Container.Port;
import io.herd.model.Container.Size;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the Docker API's container documents, and writes its create forms. */
public final class ContainerJson {

    private ContainerJson() {}

    /**
     * Reads the array of a daemon's container list.
     *
     * @param node the daemon's node
     */
    public static List<Container> list(NodeName node, RawJson array)
            throws UnexpectedJsonException {
        return DaemonDocument.array(array, fields -> container(node, fields));
    }

    /** The full ids of the array of a daemon's container list. */
    public static List<String> ids(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, json -> json.text("Id"));
    }

    /** Adds the field {@code Node} to a container's description. */
    public static RawJson described(NodeName node, RawJson description)
            throws UnexpectedJsonException {
        return DaemonDocument.object(description, json -> AnswerJson.withNode(json.json(), node));
    }

    /** What has changed in a container's file system, as docker's client writes it. */
    public static List<String> changes(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(
                array, change -> "CAD".charAt(change.integer("Kind")) + " " + change.text("Path"));
    }

    /** When a container was created, to the nanosecond, which only its description says. */
    public static Instant created(RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(description, Fields::created);
    }

    /** The ports of the host on which a container is published, as its description tells them. */
    public static List<Port> published(RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(
                description,
                json ->
                        json.maybeObject("NetworkSettings")
                                .flatMap(settings -> settings.maybeObject("Ports"))
                                .map(ContainerJson::published)
                                .orElse(List.of()));
    }

    private static List<Port> published(Fields ports) {
        return ports.json().keySet().stream()
                .flatMap(inside ->
                        ports.list(inside, it -> new Fields(it.getAsJsonObject())).stream()
                                .map(outside -> published(inside, outside)))
                .toList();
    }

    // The daemon writes 80/tcp; without a protocol it is TCP.
    private static Port published(String inside, Fields outside) {
        var parts = (inside + "/tcp").split("/", -1);
        return new Port(
                outside.maybeText("HostIp").orElse(""),
                Integer.parseInt(outside.text("HostPort")),
                Integer.parseInt(parts[0]),
                parts[1]);
    }

    /**
     * Sets labels in a create form, replacing those of the same names: herd finds its containers by
     * them.
     *
     * @param form a JSON object
     */
    public static RawJson withLabels(RawJson form, Map<String, String> labels) {
        var json = JsonParser.parseString(form.text()).getAsJsonObject();
        var given = json.get("Labels");
        var all = given instanceof JsonObject object ? object : new JsonObject();
        labels.forEach(all::addProperty);
        json.add("Labels", all);
        return new RawJson(json.toString());
    }

    /** The image in a create form; empty if there is none. */
    public static Optional<String> image(RawJson form) {
        return new Fields(JsonParser.parseString(form.text()).getAsJsonObject())
                .maybeText("Image")
                .filter(image -> !image.isEmpty());
    }

    /**
     * Whether a create form says something in a field of a field …; in a list, of any of its
     * elements. Nothing is said by null, false and what is empty, nor by what is no JSON, which the
     * daemon itself refuses.
     *
     * @return a test of paths
     */
    public static Predicate<List<String>> said(RawJson form) {
        try {
            var json = JsonParser.parseString(form.text());
            return path -> says(json, path);
        } catch (JsonParseException e) {
            return _ -> false;
        }
    }

    private static boolean says(@Nullable JsonElement json, List<String> path) {
        if (json instanceof JsonArray list) {
            return list.asList().stream().anyMatch(element -> says(element, path));
        }
        if (!path.isEmpty()) {
            return json instanceof JsonObject object
                    && says(object.get(path.getFirst()), path.subList(1, path.size()));
        }
        return switch (json) {
            case null -> false;
            case JsonObject object -> !object.isEmpty();
            case JsonPrimitive value ->
                    !value.getAsString().isEmpty() && !value.getAsString().equals("false");
            default -> false;
        };
    }

    /** A create form with only an image and, if it is not empty, a command. */
    public static RawJson form(String image, List<String> command) {
        var json = new JsonObject();
        json.addProperty("Image", image);
        if (!command.isEmpty()) {
            json.add("Cmd", JsonOf.texts(command));
        }
        return new RawJson(json.toString());
    }

    private static Container container(NodeName node, Fields fields) {
        return new Container(
                node,
                fields.text("Id"),
                fields.list("Names", ContainerJson::name),
                fields.maybeText("Image").orElse(""),
                fields.maybeText("Command").orElse(""),
                fields.moment("Created"),
                fields.maybeText("State").orElse(""),
                fields.maybeText("Status").orElse(""),
                fields.list("Ports", ContainerJson::port),
                fields.texts("Labels"),
                size(fields),
                AnswerJson.withNode(fields.json(), node));
    }

    // The daemon omits a size of zero.
    private static Optional<Size> size(Fields fields) {
        return fields.maybeNumber("SizeRootFs")
                .map(whole -> new Size(fields.maybeNumber("SizeRw").orElse(0L), whole));
    }

    private static String name(JsonElement element) {
        var name = element.getAsString();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Port port(JsonElement element) {
        var json = new Fields(element.getAsJsonObject());
        return new Port(
                json.maybeText("IP").orElse(""),
                json.maybeInteger("PublicPort").orElse(0),
                json.integer("PrivatePort"),
                json.maybeText("Type").orElse("tcp"));
    }
}
