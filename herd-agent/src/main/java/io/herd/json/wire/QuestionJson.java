package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.NodeName;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;

/** Reads and writes {@link Question}s as JSON: the field {@code question} names the kind. */
final class QuestionJson {

    private QuestionJson() {}

    static JsonObject write(Question question) {
        var json = new JsonObject();
        switch (question) {
            case Question.Members _ -> json.addProperty("question", "members");
            case Question.Ask(var nodes, var action, var timeout) -> {
                json.addProperty("question", "ask");
                json.add("nodes", JsonOf.texts(nodes));
                json.add("of", ActionJson.write(action));
                json.addProperty("timeoutMillis", timeout.toMillis());
            }
            case Question.Greet(var node) -> {
                json.addProperty("question", "greet");
                json.addProperty("node", node.value());
            }
            case Question.Run(var line) -> {
                json.addProperty("question", "run");
                json.add("line", TypedLineJson.write(line));
            }
            case Question.Open(var node, var what, var timeout) -> {
                json.addProperty("question", "open");
                json.addProperty("node", node.value());
                json.add("of", StreamingJson.write(what));
                json.addProperty("timeoutMillis", timeout.toMillis());
            }
        }
        return json;
    }

    static Question read(Fields json) throws WireException {
        var name = json.text("question");
        return switch (name) {
            case "members" -> new Question.Members();
            case "ask" ->
                    new Question.Ask(
                            new HashSet<>(json.list("nodes", QuestionJson::node)),
                            ActionJson.read(json.object("of")),
                            timeout(json));
            case "greet" -> new Question.Greet(new NodeName(json.text("node")));
            case "open" ->
                    new Question.Open(
                            new NodeName(json.text("node")),
                            StreamingJson.read(json.object("of")),
                            timeout(json));
            case "run" -> new Question.Run(TypedLineJson.read(json.object("line")));
            default -> throw Unknown.asked("question", name);
        };
    }

    private static NodeName node(JsonElement name) {
        return new NodeName(name.getAsString());
    }

    private static Duration timeout(Fields json) {
        return json.time("timeoutMillis", ChronoUnit.MILLIS);
    }
}
