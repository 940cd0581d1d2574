package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.model.Image;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Images and what was done to them, as the Docker API says it. */
public final class ImageJson {

    private static final String NONE = "<none>";

    private ImageJson() {}

    /**
     * Reads the array that a daemon's list is.
     *
     * @param node the node whose daemon it is
     */
    public static List<Image> list(NodeName node, RawJson array) {
        var images = new ArrayList<Image>();
        for (var element : JsonParser.parseString(array.text()).getAsJsonArray()) {
            images.add(image(node, element.getAsJsonObject()));
        }
        return images;
    }

    /** The id in an image's description. */
    public static String id(RawJson description) {
        return object(description).text("Id");
    }

    /** The tags in an image's description. */
    public static List<String> tags(RawJson description) {
        return object(description).list("RepoTags", JsonElement::getAsString);
    }

    /**
     * One line for each name and image that were removed, from the array that a removal is answered
     * with.
     */
    public static List<String> removed(RawJson array) {
        return JsonParser.parseString(array.text()).getAsJsonArray().asList().stream()
                .map(element -> removed(new Fields(element.getAsJsonObject())))
                .toList();
    }

    /** The last that a daemon said while it fetched an image. */
    public static String progress(RawJson line) {
        return object(line).maybeText("status").orElse("").replaceFirst("^Status: ", "");
    }

    /**
     * What pruning removed.
     *
     * @param lines one for each container, name or image
     * @param bytes what that gave back
     */
    public record Pruned(List<String> lines, long bytes) {}

    /** Reads what pruning containers or images is answered with. */
    public static Pruned pruned(RawJson body) {
        var json = object(body);
        var lines = new ArrayList<String>();
        lines.addAll(json.list("ContainersDeleted", JsonElement::getAsString));
        lines.addAll(json.list("ImagesDeleted", e -> removed(new Fields(e.getAsJsonObject()))));
        return new Pruned(List.copyOf(lines), json.number("SpaceReclaimed"));
    }

    private static String removed(Fields json) {
        return json.maybeText("Untagged")
                .map(name -> "Untagged: " + name)
                .or(() -> json.maybeText("Deleted").map(id -> "Deleted: " + id))
                .orElse("");
    }

    private static Image image(NodeName node, JsonObject json) {
        var fields = new Fields(json);
        return new Image(
                node,
                fields.text("Id"),
                names(fields, "RepoTags"),
                names(fields, "RepoDigests"),
                Instant.ofEpochSecond(fields.number("Created")),
                fields.number("Size"),
                new RawJson(json.toString()));
    }

    // Before API 1.43 an image without a name has one made of two "<none>".
    private static List<String> names(Fields fields, String field) {
        return fields.list(field, JsonElement::getAsString).stream()
                .filter(name -> !name.startsWith(NONE))
                .toList();
    }

    private static Fields object(RawJson body) {
        return new Fields(JsonParser.parseString(body.text()).getAsJsonObject());
    }
}
