package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.model.Container;
import io.herd.model.Container.Port;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Containers as the Docker API lists them and takes them. */
public final class ContainerJson {

    private ContainerJson() {}

    /**
     * Reads the array that a daemon's list is.
     *
     * @param node the node whose daemon it is
     */
    public static List<Container> list(NodeName node, RawJson array) {
        var containers = new ArrayList<Container>();
        for (var element : JsonParser.parseString(array.text()).getAsJsonArray()) {
            containers.add(container(node, element.getAsJsonObject()));
        }
        return containers;
    }

    /** What a label of a listed container says. */
    public static Optional<String> label(Container container, String label) {
        var json = JsonParser.parseString(container.raw().text()).getAsJsonObject();
        return new Fields(json).maybeObject("Labels").flatMap(labels -> labels.maybeText(label));
    }

    /**
     * Sets labels in a create form, also where the form has others of their names: they are what a
     * container is found by.
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

    /** The labels of an element of the list. */
    public static Map<String, String> labels(RawJson container) {
        var labels = new TreeMap<String, String>();
        new Fields(JsonParser.parseString(container.text()).getAsJsonObject())
                .maybeObject("Labels")
                .ifPresent(fields ->
                        fields.json()
                                .keySet()
                                .forEach(name ->
                                        labels.put(name, fields.maybeText(name).orElse(""))));
        return labels;
    }

    /**
     * How large a container is, if its list was asked with sizes.
     *
     * @param written bytes in its own layer
     * @param whole bytes with its image's
     */
    public record Size(long written, long whole) {}

    public static Optional<Size> size(RawJson container) {
        var fields = new Fields(JsonParser.parseString(container.text()).getAsJsonObject());
        // The daemon leaves out a zero.
        return fields.maybeNumber("SizeRootFs")
                .map(whole -> new Size(fields.maybeNumber("SizeRw").orElse(0L), whole));
    }

    /** The image in a create form; empty if it names none. */
    public static Optional<String> image(RawJson form) {
        return new Fields(JsonParser.parseString(form.text()).getAsJsonObject())
                .maybeText("Image")
                .filter(image -> !image.isEmpty());
    }

    /** A create form with nothing but an image and, if there is one, a command. */
    public static RawJson form(String image, List<String> command) {
        var json = new JsonObject();
        json.addProperty("Image", image);
        if (!command.isEmpty()) {
            json.add("Cmd", JsonOf.texts(command));
        }
        return new RawJson(json.toString());
    }

    private static Container container(NodeName node, JsonObject json) {
        var fields = new Fields(json);
        return new Container(
                node,
                fields.text("Id"),
                fields.list("Names", ContainerJson::name),
                fields.maybeText("Image").orElse(""),
                fields.maybeText("Command").orElse(""),
                Instant.ofEpochSecond(fields.number("Created")),
                fields.maybeText("State").orElse(""),
                fields.maybeText("Status").orElse(""),
                fields.list("Ports", ContainerJson::port),
                new RawJson(json.toString()));
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
