package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.List;

/** A JSON document that a test looks into. */
public record Looked(JsonElement json) {

    public static Looked into(String text) {
        return new Looked(JsonParser.parseString(text));
    }

    /**
     * @param path field names and array indices with dots between them
     */
    public Looked at(String path) {
        var at = json;
        for (var step : path.split("\\.", -1)) {
            at =
                    at.isJsonArray()
                            ? at.getAsJsonArray().get(Integer.parseInt(step))
                            : at.getAsJsonObject().get(step);
            if (at == null) {
                throw new AssertionError("there is no '" + path + "' in " + json);
            }
        }
        return new Looked(at);
    }

    public String text(String path) {
        return at(path).json().getAsString();
    }

    public int number(String path) {
        return at(path).json().getAsInt();
    }

    public boolean isNull(String path) {
        return at(path).json().isJsonNull();
    }

    public List<Looked> each(String path) {
        return at(path).json().getAsJsonArray().asList().stream().map(Looked::new).toList();
    }

    public List<String> names() {
        return json.getAsJsonObject().keySet().stream().sorted().toList();
    }
}
