package io.herd.json.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.action.Result;
import io.herd.action.Result.Created;
import io.herd.action.Result.Described;
import io.herd.action.Result.Document;
import io.herd.action.Result.Examined;
import io.herd.action.Result.Exited;
import io.herd.action.Result.Gone;
import io.herd.action.Result.LeftOut;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Nothing;
import io.herd.action.Result.Replied;
import io.herd.action.Result.Time;
import io.herd.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads and writes {@link Result}s as JSON: each is recognised by the one field it always has. */
final class ResultJson {

    private ResultJson() {}

    static JsonObject write(Result result) {
        var json = new JsonObject();
        switch (result) {
            case Nothing _ -> {}
            case Gone(var nodes, var present, var age) -> {
                json.add("gone", GoneNodeJson.write(nodes));
                json.add("present", NodeAddresses.write(present));
                json.addProperty("ageMillis", age.toMillis());
            }
            case LeftOut _ -> json.addProperty("leftOut", true);
            case Exited(int code) -> json.addProperty("exited", code);
            case Document(var body) -> json.add("document", JsonParser.parseString(body.text()));
            case Replied(var response) -> json.add("response", ApiJson.write(response));
            case Described(var node) -> json.add("node", NodeJson.write(node));
            case Examined(var seen) -> json.add("examination", ExaminationJson.write(seen));
            case Time(var now) -> json.addProperty("time", now.toString());
            case Matches(var matches) -> json.add("matches", matches(matches));
            case Created(String id, var warnings, var startFailure) -> {
                json.addProperty("created", id);
                var list = new JsonArray();
                warnings.forEach(list::add);
                json.add("warnings", list);
                startFailure.ifPresent(f -> json.add("startFailure", OutcomeJson.write(f)));
            }
        }
        return json;
    }

    static Result read(Fields json) throws WireException {
        if (json.json().has("document")) {
            return new Document(json.raw("document"));
        }
        if (json.json().has("response")) {
            return new Replied(ApiJson.response(json.object("response")));
        }
        if (json.json().has("exited")) {
            return new Exited(json.integer("exited"));
        }
        if (json.json().has("node")) {
            return new Described(NodeJson.read(json.object("node")));
        }
        if (json.json().has("examination")) {
            return new Examined(ExaminationJson.read(json.object("examination")));
        }
        if (json.json().has("time")) {
            return new Time(instant(json.text("time")));
        }
        if (json.json().has("matches")) {
            return new Matches(json.list("matches", ResultJson::match));
        }
        if (json.json().has("created")) {
            return new Created(
                    json.text("created"),
                    json.list("warnings", JsonElement::getAsString),
                    json.maybeObject("startFailure").map(OutcomeJson::failure));
        }
        if (json.json().has("gone")) {
            return new Gone(
                    GoneNodeJson.list(json, "gone"),
                    NodeAddresses.read(json, "present"),
                    json.maybeNumber("ageMillis").map(Duration::ofMillis).orElse(Duration.ZERO));
        }
        if (json.flag("leftOut")) {
            return new LeftOut();
        }
        if (!json.json().isEmpty()) {
            throw Unknown.answered("result", String.join(", ", json.json().keySet()));
        }
        return new Nothing();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonParseException("'time' is not what was expected", e);
        }
    }

    private static JsonArray matches(List<Match> matches) {
        var list = new JsonArray();
        for (var match : matches) {
            var json = new JsonObject();
            json.addProperty("id", match.id());
            json.addProperty("name", match.name());
            json.addProperty("quality", match.quality().name());
            list.add(json);
        }
        return list;
    }

    private static Match match(JsonElement element) {
        var json = new Fields(element.getAsJsonObject());
        return new Match(json.text("id"), json.text("name"), quality(json.text("quality")));
    }

    private static Result.Quality quality(String name) {
        for (var quality : Result.Quality.values()) {
            if (quality.name().equals(name)) {
                return quality;
            }
        }
        throw new JsonParseException("'quality' is '%s', which is not known".formatted(name));
    }
}
