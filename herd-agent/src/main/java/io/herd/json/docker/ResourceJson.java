package io.herd.json.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.Resource;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.stream.Stream;

/** Reads the Docker API's documents about volumes and networks, and writes its forms. */
public final class ResourceJson {

    private ResourceJson() {}

    /**
     * Reads a daemon's list.
     *
     * @param node the daemon's node
     */
    public static List<Resource> list(ResourceKind kind, NodeName node, RawJson list)
            throws UnexpectedJsonException {
        return switch (kind) {
            case VOLUME ->
                    DaemonDocument.object(
                            list,
                            json ->
                                    json.list(
                                            "Volumes",
                                            it -> volume(node, new Fields(it.getAsJsonObject()))));
            case NETWORK -> DaemonDocument.array(list, json -> network(node, json));
        };
    }

    private static Resource volume(NodeName node, Fields json) {
        return new Resource(
                node,
                json.text("Name"),
                json.text("Name"),
                json.maybeText("Driver").orElse(""),
                json.maybeText("Scope").orElse(""),
                json.maybeText("CreatedAt").orElse(""),
                json.maybeText("Mountpoint").orElse(""),
                false,
                false,
                json.texts("Labels"),
                AnswerJson.withNode(json.json(), node));
    }

    private static Resource network(NodeName node, Fields json) {
        return new Resource(
                node,
                json.text("Id"),
                json.text("Name"),
                json.maybeText("Driver").orElse(""),
                json.maybeText("Scope").orElse(""),
                json.maybeText("Created").orElse(""),
                "",
                json.flag("Internal"),
                json.flag("EnableIPv6"),
                json.texts("Labels"),
                AnswerJson.withNode(json.json(), node));
    }

    /** Adds the field {@code Node} to a description, or to another answer about one. */
    public static RawJson described(NodeName node, RawJson description)
            throws UnexpectedJsonException {
        return DaemonDocument.object(description, json -> AnswerJson.withNode(json.json(), node));
    }

    /**
     * What a daemon says of a volume or network that it has created.
     *
     * @param id a network's full id; of a volume, its name
     * @param warning empty if there is none
     * @param raw the whole answer, with its {@code Node}
     */
    public record Made(String id, String warning, RawJson raw) {}

    public static Made made(ResourceKind kind, NodeName node, RawJson answer)
            throws UnexpectedJsonException {
        return DaemonDocument.object(
                answer,
                json ->
                        new Made(
                                json.text(idOf(kind)),
                                json.maybeText("Warning").orElse(""),
                                AnswerJson.withNode(json.json(), node)));
    }

    /** What nothing else of the kind is called: a network's id, or a volume's name. */
    public static String id(ResourceKind kind, RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(description, json -> json.text(idOf(kind)));
    }

    private static String idOf(ResourceKind kind) {
        return switch (kind) {
            case VOLUME -> "Name";
            case NETWORK -> "Id";
        };
    }

    /** The form that disconnects a container from a network. */
    public static RawJson disconnection(String id, boolean force) {
        var form = new JsonObject();
        form.addProperty("Container", id);
        form.addProperty("Force", force);
        return new RawJson(form.toString());
    }

    /** The names of what was removed by pruning. */
    static List<String> pruned(Fields json) {
        return Stream.of("VolumesDeleted", "NetworksDeleted", "CachesDeleted")
                .flatMap(field -> json.list(field, JsonElement::getAsString).stream())
                .toList();
    }
}
