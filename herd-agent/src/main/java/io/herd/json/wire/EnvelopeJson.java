package io.herd.json.wire;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.json.JsonOf;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.Utf8;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the gateway's answers in DockerMod's format: an envelope around a daemon's HTTP response.
 */
public final class EnvelopeJson {

    // A node's name has no quote, so this text occurs only once.
    private static final String EMPTY_RESPONSE = "\"Response\":{}";

    private EnvelopeJson() {}

    /**
     * The envelope of a daemon's response with a document. The document is inserted as text,
     * because its parsed tree would take ten times the heap.
     */
    public static RawJson document(NodeName node, int status, Instant at, RawJson document) {
        var json = envelope(node, status, at, new JsonObject());
        json.addProperty("Content-Type", "application/json");
        // A text, as in DockerMod: it was a header of the daemon's response.
        json.addProperty("Content-Length", Long.toString(Utf8.length(document.text())));
        var around = json.toString().split(Pattern.quote(EMPTY_RESPONSE), 2);
        return new RawJson(
                "%s\"Response\":{\"Body\":%s}%s"
                        .formatted(around[0], document.text().strip(), around[1]));
    }

    /** The envelope of a daemon's response without a document. */
    public static RawJson empty(NodeName node, int status, Instant at) {
        return new RawJson(envelope(node, status, at, JsonParser.parseString("\"\"")).toString());
    }

    /** A daemon's response to a create; in DockerMod's days it had null for no warnings. */
    public static RawJson created(String id, List<String> warnings) {
        var json = new JsonObject();
        json.addProperty("Id", id);
        json.add("Warnings", warnings.isEmpty() ? JsonNull.INSTANCE : JsonOf.texts(warnings));
        return new RawJson(json.toString());
    }

    /** Several envelopes in one object. */
    public static RawJson several(String key, List<RawJson> answers) {
        return new RawJson(
                answers.stream()
                        .map(RawJson::text)
                        .collect(joining(",", "{\"%s\":[".formatted(key), "]}")));
    }

    /**
     * The error in place of an answer.
     *
     * @param node the node at fault, if it is a single one
     * @param candidates the containers that may be meant, if the reference is ambiguous
     */
    public static RawJson error(
            int status, String message, Optional<NodeName> node, List<String> candidates) {
        var json = new JsonObject();
        json.addProperty("error", message);
        json.addProperty("statusCode", status);
        node.ifPresent(name -> json.addProperty("node", name.value()));
        if (!candidates.isEmpty()) {
            json.add("candidates", JsonOf.texts(candidates));
        }
        return new RawJson(json.toString());
    }

    private static JsonObject envelope(
            NodeName node, int status, Instant at, JsonElement response) {
        var json = new JsonObject();
        json.addProperty("statusCode", status);
        json.addProperty("dockerInstance", node.value());
        json.addProperty(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        json.add("Response", response);
        return json;
    }
}
