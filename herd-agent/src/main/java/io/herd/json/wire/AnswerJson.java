package io.herd.json.wire;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.json.JsonOf;
import io.herd.model.Examination;
import io.herd.model.Legible;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the output of {@code --json}: one object with the nodes asked, answered and failed, and
 * the result.
 */
public final class AnswerJson {

    private static final Gson PRETTY =
            new GsonBuilder()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .setFormattingStyle(FormattingStyle.PRETTY)
                    .create();

    private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

    private AnswerJson() {}

    /**
     * @param failed one object for each asked node whose part is missing
     * @param key name of the elements, such as {@code containers}; empty if there is no result
     * @param errors requested things that were not done
     */
    public static String write(
            Collection<NodeName> asked,
            Collection<NodeName> answered,
            List<RawJson> failed,
            Optional<String> key,
            List<RawJson> elements,
            List<RawJson> errors) {
        var nodes = new JsonObject();
        nodes.add("asked", JsonOf.texts(asked));
        nodes.add("answered", JsonOf.texts(answered));
        nodes.add("failed", JsonOf.raw(failed));
        var json = new JsonObject();
        json.add("nodes", nodes);
        key.ifPresent(name -> json.add(name, JsonOf.raw(elements)));
        json.add("errors", JsonOf.raw(errors));
        return Legible.json(PRETTY.toJson(json));
    }

    /** Several documents as one indented array, as {@code docker inspect} prints them. */
    public static String array(List<RawJson> documents) {
        return Legible.json(PRETTY.toJson(JsonOf.raw(documents)));
    }

    /** A flat object; each value is a text, a number, a boolean, several texts or a document. */
    public static RawJson object(Map<String, Object> fields) {
        var json = new JsonObject();
        fields.forEach((name, value) -> {
            switch (value) {
                case RawJson raw -> json.add(name, JsonParser.parseString(raw.text()));
                case Boolean flag -> json.addProperty(name, flag);
                case Number number -> json.addProperty(name, number);
                case Collection<?> texts -> json.add(name, JsonOf.texts(texts));
                default -> json.addProperty(name, value.toString());
            }
        });
        return new RawJson(json.toString());
    }

    /** A flat object on one line; characters are escaped only if they cannot be shown. */
    public static String line(Map<String, Object> fields) {
        return Legible.json(LINE.toJson(JsonParser.parseString(object(fields).text())));
    }

    /** A text as a JSON string. */
    public static String quoted(String text) {
        return Legible.json(LINE.toJson(text));
    }

    /**
     * Adds the field {@code Node} to a document.
     *
     * @param document a JSON object
     */
    public static RawJson withNode(RawJson document, NodeName node) {
        return withNode(JsonParser.parseString(document.text()).getAsJsonObject(), node);
    }

    public static RawJson withNode(JsonObject json, NodeName node) {
        json.addProperty("Node", node.value());
        return RawJson.later(json::toString);
    }

    /**
     * A node in {@code nodeList}.
     *
     * @param address where its agent listens for other members
     */
    public static RawJson node(NodeInfo node, String address) {
        var json = NodeJson.write(node);
        json.addProperty("Address", address);
        return new RawJson(json.toString());
    }

    /**
     * A node in {@code nodeList} that was examined.
     *
     * @param address where its agent listens for other members
     * @param seen empty if it did not answer
     * @param more fields, as for {@link #object}
     * @param findings the findings about it
     */
    public static RawJson checkup(
            NodeName name,
            String address,
            Optional<Examination> seen,
            Map<String, Object> more,
            List<RawJson> findings) {
        var json = seen.map(ExaminationJson::write).orElseGet(JsonObject::new);
        json.addProperty("Name", name.value());
        json.addProperty("Address", address);
        JsonParser.parseString(object(more).text())
                .getAsJsonObject()
                .entrySet()
                .forEach(field -> json.add(field.getKey(), field.getValue()));
        json.add("Findings", JsonOf.raw(findings));
        return new RawJson(json.toString());
    }
}
