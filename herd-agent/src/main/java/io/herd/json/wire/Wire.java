package io.herd.json.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.api.ApiHead;
import io.herd.json.Fields;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Encodes and decodes the messages between members: one JSON object for a request, one for its
 * outcome. Unknown fields are ignored, and unknown actions are refused by name, so that agents of
 * different versions can work together.
 */
public final class Wire {

    private Wire() {}

    /**
     * A request for an action.
     *
     * @param timeout how long the asker will wait; a duration and not a moment, because clocks
     *     differ
     */
    public record Request(Action action, Duration timeout) {}

    public static byte[] request(Action action, Duration timeout) {
        var json = ActionJson.write(action);
        json.addProperty("timeoutMillis", timeout.toMillis());
        return bytes(json);
    }

    public static Request request(byte[] bytes) throws WireException {
        try {
            var json = new Fields(object(bytes));
            return new Request(
                    ActionJson.read(json), json.time("timeoutMillis", ChronoUnit.MILLIS));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new WireException("cannot read the request: " + e.getMessage(), e);
        }
    }

    public static byte[] outcome(Outcome outcome) {
        return DocumentJson.write(outcome)
                .orElseGet(() -> OutcomeJson.write(outcome).toString())
                .getBytes(UTF_8);
    }

    public static Outcome outcome(byte[] bytes) throws WireException {
        var text = new String(bytes, UTF_8);
        var document = DocumentJson.read(text);
        return document.isPresent() ? document.get() : outcome(text);
    }

    private static Outcome outcome(String text) throws WireException {
        try {
            return OutcomeJson.read(new Fields(object(text)));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new WireException("cannot read the answer: " + e.getMessage(), e);
        }
    }

    public static RawJson question(Question question) {
        var json = QuestionJson.write(question);
        return new RawJson(json.toString());
    }

    public static Question question(RawJson document) throws WireException {
        return read("question", document, QuestionJson::read);
    }

    /**
     * The herd's name and members, as an agent tells them to commands of its host.
     *
     * @param gone the nodes that were lost; an older agent tells none
     */
    public record Members(String herd, Map<NodeName, String> addresses, List<GoneNode> gone) {}

    public static RawJson members(Members members) {
        var json = new JsonObject();
        json.addProperty("herd", members.herd());
        json.add("addresses", NodeAddresses.write(members.addresses()));
        json.add("gone", GoneNodeJson.write(members.gone()));
        return new RawJson(json.toString());
    }

    public static Members members(RawJson document) throws WireException {
        return read(
                "members",
                document,
                json ->
                        new Members(
                                json.text("herd"),
                                NodeAddresses.read(json, "addresses"),
                                GoneNodeJson.list(json, "gone")));
    }

    public static RawJson answers(Answers answers) {
        var json = new JsonObject();
        answers.byNode().forEach((node, it) -> json.add(node.value(), OutcomeJson.write(it)));
        return new RawJson(json.toString());
    }

    public static Answers answers(RawJson document) throws WireException {
        return read(
                "answers",
                document,
                json -> {
                    var outcomes = new TreeMap<NodeName, Outcome>();
                    for (var name : json.json().keySet()) {
                        outcomes.put(new NodeName(name), outcomeOf(json.object(name)));
                    }
                    return new Answers(outcomes);
                });
    }

    // An unreadable outcome of one node must not spoil the others' answers.
    private static Outcome outcomeOf(Fields json) {
        try {
            return OutcomeJson.read(json);
        } catch (WireException | JsonParseException | IllegalArgumentException e) {
            return new Outcome.Failed(
                    new Failure(Failure.Kind.INTERNAL, String.valueOf(e.getMessage())));
        }
    }

    public static RawJson head(ApiHead head) {
        return new RawJson(ApiJson.write(head).toString());
    }

    public static ApiHead head(RawJson document) throws WireException {
        return read("head", document, ApiJson::head);
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Fields json) throws WireException;
    }

    private static <T> T read(String what, RawJson document, Reader<T> reader)
            throws WireException {
        try {
            return reader.read(new Fields(object(document.text())));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
            throw new WireException("cannot read the %s: %s".formatted(what, e.getMessage()), e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(UTF_8);
    }

    private static JsonObject object(byte[] bytes) throws WireException {
        return object(new String(bytes, UTF_8));
    }

    private static JsonObject object(String text) throws WireException {
        var json = JsonParser.parseString(text);
        if (!json.isJsonObject()) {
            throw new WireException("expected a JSON object");
        }
        return json.getAsJsonObject();
    }
}
