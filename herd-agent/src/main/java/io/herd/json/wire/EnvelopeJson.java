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

/** Answers in the shape of DockerMod: a daemon's HTTP answer, wrapped. */
public final class EnvelopeJson {

    // A node's name has no quote, so this is nowhere else.
    private static final String EMPTY_RESPONSE = "\"Response\":{}";

    private EnvelopeJson() {}

    /**
     * A daemon's answer that has a document. It is put in as the text that it is: its tree would
     * take ten times the heap.
     */
    public static RawJson document(NodeName node, int status, Instant at, RawJson document) {
        var json = envelope(node, status, at, new JsonObject());
        json.addProperty("Content-Type", "application/json");
        // Text, as DockerMod had it: it was the header of the daemon's answer.
        json.addProperty("Content-Length", Long.toString(Utf8.length(document.text())));
        var around = json.toString().split(Pattern.quote(EMPTY_RESPONSE), 2);
        return new RawJson(
                "%s\"Response\":{\"Body\":%s}%s"
                        .formatted(around[0], document.text().strip(), around[1]));
    }

    /** A daemon's answer that has none. */
    public static RawJson empty(NodeName node, int status, Instant at) {
        return new RawJson(envelope(node, status, at, JsonParser.parseString("\"\"")).toString());
    }

    /** The daemon's own answer to a create; in DockerMod's days it said null for no warnings. */
    public static RawJson created(String id, List<String> warnings) {
        var json = new JsonObject();
        json.addProperty("Id", id);
        json.add("Warnings", warnings.isEmpty() ? JsonNull.INSTANCE : JsonOf.texts(warnings));
        return new RawJson(json.toString());
    }

    /** Several answers as one. */
    public static RawJson several(String key, List<RawJson> answers) {
        return new RawJson(
                answers.stream()
                        .map(RawJson::text)
                        .collect(joining(",", "{\"%s\":[".formatted(key), "]}")));
    }

    /**
     * What stands in the place of an answer that there is not.
     *
     * @param node whose fault it is, if it is one node's
     * @param candidates the containers that may be meant, if that is the trouble
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
