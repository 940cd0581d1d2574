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
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the Docker API's documents about images, their removal and pruning. */
public final class ImageJson {

    private static final String NONE = "<none>";
    private static final String LOADED = "Loaded image ID:";

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

    /**
     * What an image is, whichever id a daemon gives it.
     *
     * @param layers their digests, which a daemon works out itself
     */
    public record Content(String created, List<String> layers) {

        /** What images are compared by: their ids, where a daemon tells no layers. */
        public Object or(String id) {
            return layers.isEmpty() ? id : this;
        }
    }

    public static Content content(RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(
                description,
                json ->
                        new Content(
                                json.maybeText("Created").orElse(""),
                                json.maybeObject("RootFS")
                                        .map(it -> it.list("Layers", JsonElement::getAsString))
                                        .orElse(List.of())));
    }

    /** The id that a daemon says an image without a name has got; empty if it says none. */
    public static Optional<String> loadedId(List<RawJson> said) throws UnexpectedJsonException {
        return loaded(said).stream()
                .filter(line -> line.startsWith(LOADED))
                .map(line -> line.substring(LOADED.length()).strip())
                .reduce((_, last) -> last);
    }

    /**
     * The files that hold an image's layers in an archive of it, the lowest first; none if it is of
     * several images.
     *
     * @param manifest the archive's {@code manifest.json}
     */
    public static List<String> savedLayers(RawJson manifest) throws UnexpectedJsonException {
        var images =
                DaemonDocument.array(
                        manifest, image -> image.list("Layers", JsonElement::getAsString));
        return images.size() == 1 ? images.getFirst() : List.of();
    }

    /** When a described image was built. */
    public static Instant created(Described image) throws UnexpectedJsonException {
        return DaemonDocument.object(image.raw(), Fields::created);
    }

    /** One line for each name and image that were removed, from the response to a removal. */
    public static List<String> removed(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(array, ImageJson::removed);
    }

    /**
     * A layer of an image.
     *
     * @param id of an image, or {@code <missing>}
     * @param by the command that made it
     * @param size bytes
     */
    public record Layer(String id, Instant created, String by, long size, String comment) {}

    /** The layers of an image, the last first. */
    public static List<Layer> history(RawJson array) throws UnexpectedJsonException {
        return DaemonDocument.array(
                array,
                json ->
                        new Layer(
                                json.text("Id"),
                                json.moment("Created"),
                                json.maybeText("CreatedBy").orElse(""),
                                json.number("Size"),
                                json.maybeText("Comment").orElse("")));
    }

    /** The lines that a daemon has said of an archive, without those of progress. */
    public static List<String> loaded(List<RawJson> documents) throws UnexpectedJsonException {
        var lines = new ArrayList<String>();
        for (var document : documents) {
            DaemonDocument.object(document, json -> json.maybeText("stream"))
                    .ifPresent(said -> said.strip().lines().forEach(lines::add));
        }
        return lines;
    }

    /** The text of the last line of progress of a pull or a push. */
    public static String progress(RawJson line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                line,
                json ->
                        json.maybeText("status")
                                .map(status -> status.replaceFirst("^Status: ", ""))
                                .or(() -> json.maybeObject("aux").map(ImageJson::pushed))
                                .orElse(""));
    }

    private static String pushed(Fields aux) {
        return "%s: digest: %s size: %d"
                .formatted(aux.text("Tag"), aux.text("Digest"), aux.number("Size"));
    }

    /**
     * The result of pruning.
     *
     * @param lines one for each container, name or image
     * @param names of volumes and networks, which other nodes may have, too
     * @param bytes disk space reclaimed
     */
    public record Pruned(List<String> lines, List<String> names, long bytes) {

        /** One line for each thing that was removed from a node. */
        public List<String> lines(NodeName node) {
            return Stream.concat(lines.stream(), names.stream().map(name -> node + "/" + name))
                    .toList();
        }
    }

    /** Reads the response to pruning. */
    public static Pruned pruned(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(body, ImageJson::pruned);
    }

    private static Pruned pruned(Fields json) {
        var lines = new ArrayList<String>();
        lines.addAll(json.list("ContainersDeleted", JsonElement::getAsString));
        lines.addAll(json.list("ImagesDeleted", e -> removed(new Fields(e.getAsJsonObject()))));
        // Pruning networks reclaims nothing.
        return new Pruned(
                List.copyOf(lines),
                ResourceJson.pruned(json),
                json.maybeNumber("SpaceReclaimed").orElse(0L));
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
