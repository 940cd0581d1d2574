package io.herd.json.wire;

import com.google.gson.JsonObject;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Refused;
import io.herd.action.Outcome.TimedOut;
import io.herd.action.Outcome.Unreachable;
import io.herd.json.Fields;
import java.time.temporal.ChronoUnit;

/**
 * Reads and writes {@link Outcome}s as JSON: the field {@code outcome} names the kind, the others
 * are its components.
 */
final class OutcomeJson {

    private OutcomeJson() {}

    static JsonObject write(Outcome outcome) {
        return switch (outcome) {
            case Done(var result) -> {
                var json = outcome("done");
                json.add("result", ResultJson.write(result));
                yield json;
            }
            case Failed(var failure) -> {
                var json = outcome("failed");
                json.add("failure", write(failure));
                yield json;
            }
            case Refused(String reason) -> {
                var json = outcome("refused");
                json.addProperty("reason", reason);
                yield json;
            }
            case Unreachable(String reason) -> {
                var json = outcome("unreachable");
                json.addProperty("reason", reason);
                yield json;
            }
            case TimedOut(var after) -> {
                var json = outcome("timedOut");
                json.addProperty("afterMillis", after.toMillis());
                yield json;
            }
        };
    }

    static Outcome read(Fields json) throws WireException {
        var name = json.text("outcome");
        return switch (name) {
            case "done" -> new Done(ResultJson.read(json.object("result")));
            case "failed" -> new Failed(failure(json.object("failure")));
            case "refused" -> new Refused(json.text("reason"));
            case "unreachable" -> new Unreachable(json.text("reason"));
            case "timedOut" -> new TimedOut(json.time("afterMillis", ChronoUnit.MILLIS));
            default -> throw Unknown.answered("outcome", name);
        };
    }

    static JsonObject write(Failure failure) {
        var json = new JsonObject();
        json.addProperty("kind", failure.kind().name());
        json.addProperty("message", failure.message());
        return json;
    }

    static Failure failure(Fields json) {
        return new Failure(kind(json.text("kind")), json.text("message"));
    }

    private static Failure.Kind kind(String name) {
        for (var kind : Failure.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        // A finer distinction of a newer agent: its message still says what happened.
        return Failure.Kind.INTERNAL;
    }

    private static JsonObject outcome(String name) {
        var json = new JsonObject();
        json.addProperty("outcome", name);
        return json;
    }
}
