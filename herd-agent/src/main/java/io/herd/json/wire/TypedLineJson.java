package io.herd.json.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.TypedLine;
import io.herd.model.TypedLine.ConfigText;

/**
 * Reads and writes {@link TypedLine}s as JSON. The one who sends them has no Gson: herd-cli's class
 * Front.
 */
final class TypedLineJson {

    private TypedLineJson() {}

    static JsonObject write(TypedLine line) {
        var json = new JsonObject();
        json.addProperty("version", line.version());
        json.addProperty("home", line.home());
        json.addProperty("socket", line.socket());
        json.add("arguments", JsonOf.texts(line.arguments()));
        var environment = new JsonObject();
        line.environment().forEach(environment::addProperty);
        json.add("environment", environment);
        json.addProperty("columns", line.columns());
        json.addProperty("errColumns", line.errColumns());
        json.addProperty("typed", line.typed());
        line.config()
                .ifPresent(config -> {
                    json.addProperty("configPath", config.path());
                    json.addProperty("configText", config.text());
                });
        json.addProperty("templates", line.templates());
        json.addProperty("logins", line.logins());
        return json;
    }

    static TypedLine read(Fields json) {
        return new TypedLine(
                json.text("version"),
                json.text("home"),
                json.text("socket"),
                json.list("arguments", JsonElement::getAsString),
                json.texts("environment"),
                json.text("columns"),
                json.text("errColumns"),
                json.flag("typed"),
                json.maybeText("configPath")
                        .map(path -> new ConfigText(path, json.text("configText"))),
                json.flag("templates"),
                json.flag("logins"));
    }
}
