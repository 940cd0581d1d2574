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

/** Images and what was done to them, as the Docker API says it. */
public final class ImageJson {

    private static final String NONE = "<none>";

    private ImageJson() {}

    /**
     * Reads the array that a daemon's list is.
     *
     * @param node the node whose daemon it is
     */
    public static List<Image> list(NodeName node, RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, fields -> image(node, fields));
    }

    /**
     * An image's description.
     *
     * @param raw the whole, with its {@code Node}
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

    /**
     * One line for each name and image that were removed, from the array that a removal is answered
     * with.
     */
    public static List<String> removed(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, ImageJson::removed);
    }

    /** The last that a daemon said while it fetched an image. */
    public static String progress(RawJson line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                line, json -> json.maybeText("status").orElse("").replaceFirst("^Status: ", ""));
    }

    /**
     * What pruning removed.
     *
     * @param lines one for each container, name or image
     * @param bytes what that gave back
     */
    public record Pruned(List<String> lines, long bytes) {}

    /** Reads what pruning containers or images is answered with. */
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

    // Before API 1.43 an image without a name has one made of two "<none>".
    private static List<String> names(Fields fields, String field) {
        return fields.list(field, JsonElement::getAsString).stream()
                .filter(name -> !name.startsWith(NONE))
                .toList();
    }
}
