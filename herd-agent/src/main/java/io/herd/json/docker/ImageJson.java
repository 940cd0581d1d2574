package io.herd.json.docker;

import com.google.gson.JsonElement;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Image;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the Docker API's documents about images, their removal and pruning. */
public final class ImageJson {

    private static final String NONE = "<none>";

    private ImageJson() {}

    /**
     * Reads the array of a daemon's image list.
     *
     * @param node the daemon's node
     */
    public static List<Image> list(NodeName node, RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, fields -> image(node, fields));
    }

    /**
     * An image's description.
     *
     * @param raw the whole description, with the field {@code Node} added
     */
    public record Described(String id, List<String> tags, RawJson raw) {}

    public static Described described(NodeName node, RawJson description)
            throws UnexpectedJsonException {
        return DaemonDocument.object(
                description,
                json ->
                        new Described(
                                json.text("Id"),
                                json.list("RepoTags", JsonElement::getAsString),
                                AnswerJson.withNode(json.json(), node)));
    }

    /** When a described image was built. */
    public static Instant created(Described image) throws UnexpectedJsonException {
        return DaemonDocument.object(image.raw(), Fields::created);
    }

    /** One line for each name and image that were removed, from the response to a removal. */
    public static List<String> removed(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, ImageJson::removed);
    }

    /** The text of the last line of progress of a pull. */
    public static String progress(RawJson line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                line, json -> json.maybeText("status").orElse("").replaceFirst("^Status: ", ""));
    }

    /**
     * The result of pruning.
     *
     * @param lines one for each container, name or image
     * @param bytes disk space reclaimed
     */
    public record Pruned(List<String> lines, long bytes) {}

    /** Reads the response to pruning containers or images. */
    public static Pruned pruned(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(body, ImageJson::pruned);
    }

    private static Pruned pruned(Fields json) {
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

    private static Image image(NodeName node, Fields fields) {
        return new Image(
                node,
                fields.text("Id"),
                names(fields, "RepoTags"),
                names(fields, "RepoDigests"),
                fields.moment("Created"),
                fields.number("Size"),
                AnswerJson.withNode(fields.json(), node));
    }

    // Before API 1.43 an image without a name has the name "<none>:<none>".
    private static List<String> names(Fields fields, String field) {
        return fields.list(field, JsonElement::getAsString).stream()
                .filter(name -> !name.startsWith(NONE))
                .toList();
    }
}
