package io.herd.json.docker;

import com.google.gson.JsonObject;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.Optional;

/**
 * What a node tells of an image that it gets from another, in the words in which docker tells of
 * pulls and builds.
 *
 * @param bytes that have come; zero with the last one
 * @param id by which the node's daemon knows the image; only the last one has it
 */
public record FetchJson(long bytes, Optional<String> id) {

    public static RawJson progress(NodeName from, long bytes) {
        var detail = new JsonObject();
        detail.addProperty("current", bytes);
        var line = new JsonObject();
        line.addProperty("status", "Copying from " + from);
        line.add("progressDetail", detail);
        return new RawJson(line.toString());
    }

    public static RawJson arrived(String id) {
        var aux = new JsonObject();
        aux.addProperty("ID", id);
        var line = new JsonObject();
        line.add("aux", aux);
        return new RawJson(line.toString());
    }

    public static FetchJson read(RawJson line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                line,
                json ->
                        new FetchJson(
                                json.maybeObject("progressDetail")
                                        .flatMap(detail -> detail.maybeNumber("current"))
                                        .orElse(0L),
                                json.maybeObject("aux").map(aux -> aux.text("ID"))));
    }
}
