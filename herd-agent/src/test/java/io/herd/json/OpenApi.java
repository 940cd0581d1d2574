package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An OpenAPI description that documents can be held against. It knows the part of JSON Schema that
 * the description uses; a word it does not know is an error, so that nothing stands there
 * unchecked.
 */
public final class OpenApi {

    private static final Set<String> WORDS_ONLY = Set.of("description", "title");

    private final JsonObject root;

    private OpenApi(JsonObject root) {
        this.root = root;
    }

    public static OpenApi of(Path file) throws IOException {
        return new OpenApi(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    /** What is wrong with a request's body; nothing if it is as described. */
    public List<String> request(String path, String text) {
        var body = operation(path, "post").getAsJsonObject("requestBody");
        return wrong(schema(body, "*/*"), JsonParser.parseString(text), "request");
    }

    /** What is wrong with an answer; nothing if it is as described. */
    public List<String> answer(String method, String path, int status, String type, String text) {
        var answer =
                operation(path, method)
                        .getAsJsonObject("responses")
                        .getAsJsonObject(Integer.toString(status));
        if (answer == null) {
            return List.of("status %d of %s %s is not described".formatted(status, method, path));
        }
        var schema = schema(answer, type);
        return type.equals("application/json")
                ? wrong(schema, JsonParser.parseString(text), "answer")
                : List.of();
    }

    /** The statuses that are described. */
    public Set<String> statuses(String method, String path) {
        return operation(path, method).getAsJsonObject("responses").keySet();
    }

    private JsonObject operation(String path, String method) {
        return root.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject(method);
    }

    private static JsonObject schema(JsonObject of, String type) {
        var content = of.getAsJsonObject("content").getAsJsonObject(type);
        if (content == null) {
            throw new AssertionError("the type " + type + " is not described");
        }
        return content.getAsJsonObject("schema");
    }

    private List<String> wrong(JsonObject schema, JsonElement value, String at) {
        var wrong = new ArrayList<String>();
        schema.entrySet()
                .forEach(word -> {
                    if (!WORDS_ONLY.contains(word.getKey())) {
                        wrong.addAll(wrong(schema, word.getKey(), word.getValue(), value, at));
                    }
                });
        return wrong;
    }

    private List<String> wrong(
            JsonObject schema, String word, JsonElement rule, JsonElement value, String at) {
        return switch (word) {
            case "$ref" -> wrong(resolve(rule.getAsString()), value, at);
            case "oneOf" -> oneOf(rule, value, at);
            case "type" -> unless(types(rule).contains(type(value)), at + " is no " + rule);
            case "const" -> unless(rule.equals(value), at + " is not " + rule);
            case "enum" ->
                    unless(rule.getAsJsonArray().contains(value), at + " is none of " + rule);
            case "pattern" ->
                    unless(value.getAsString().matches(rule.getAsString()), at + ": " + value);
            case "minimum" ->
                    unless(value.getAsLong() >= rule.getAsLong(), at + " is under " + rule);
            case "maximum" ->
                    unless(value.getAsLong() <= rule.getAsLong(), at + " is over " + rule);
            case "required" -> required(rule, value, at);
            case "properties" -> properties(rule.getAsJsonObject(), value, at);
            case "additionalProperties" ->
                    unless(
                            rule.getAsBoolean()
                                    || schema.getAsJsonObject("properties")
                                            .keySet()
                                            .containsAll(keys(value)),
                            at + " has fields that are not described: " + keys(value));
            case "items" -> items(rule.getAsJsonObject(), value, at);
            default -> throw new AssertionError("this test does not know the word " + word);
        };
    }

    private JsonObject resolve(String reference) {
        var name = reference.replace("#/components/schemas/", "");
        return root.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
    }

    private List<String> oneOf(JsonElement choices, JsonElement value, String at) {
        var all = new ArrayList<String>();
        int fitting = 0;
        for (var choice : choices.getAsJsonArray()) {
            var wrong = wrong(choice.getAsJsonObject(), value, at);
            all.addAll(wrong);
            fitting += wrong.isEmpty() ? 1 : 0;
        }
        return fitting == 1 ? List.of() : List.of(at + " fits " + fitting + " choices: " + all);
    }

    private static List<String> required(JsonElement names, JsonElement value, String at) {
        var missing = new ArrayList<String>();
        names.getAsJsonArray().forEach(name -> missing.add(name.getAsString()));
        missing.removeAll(keys(value));
        return unless(missing.isEmpty(), at + " lacks " + missing);
    }

    private List<String> properties(JsonObject properties, JsonElement value, String at) {
        var wrong = new ArrayList<String>();
        for (var name : keys(value)) {
            if (properties.has(name)) {
                wrong.addAll(
                        wrong(
                                properties.getAsJsonObject(name),
                                value.getAsJsonObject().get(name),
                                at + "." + name));
            }
        }
        return wrong;
    }

    private List<String> items(JsonObject schema, JsonElement value, String at) {
        var wrong = new ArrayList<String>();
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(each -> wrong.addAll(wrong(schema, each, at + "[]")));
        }
        return wrong;
    }

    private static Set<String> keys(JsonElement value) {
        return value.isJsonObject() ? value.getAsJsonObject().keySet() : Set.of();
    }

    private static List<String> types(JsonElement rule) {
        return rule.isJsonArray()
                ? rule.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
                : List.of(rule.getAsString());
    }

    private static String type(JsonElement value) {
        if (value.isJsonObject()) {
            return "object";
        } else if (value.isJsonArray()) {
            return "array";
        } else if (value.isJsonNull()) {
            return "null";
        }
        var primitive = value.getAsJsonPrimitive();
        return primitive.isString() ? "string" : primitive.isBoolean() ? "boolean" : "integer";
    }

    private static List<String> unless(boolean right, String complaint) {
        return right ? List.of() : List.of(complaint);
    }
}
