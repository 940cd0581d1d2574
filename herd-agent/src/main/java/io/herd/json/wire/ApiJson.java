package io.herd.json.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.herd.api.ApiBody;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.json.Fields;
import java.util.List;

/** Reads and writes requests and answers of the Docker Engine API that are handed on. */
final class ApiJson {

    private ApiJson() {}

    static JsonObject write(ApiRequest request) {
        var json = new JsonObject();
        json.addProperty("method", request.method());
        request.version().ifPresent(it -> json.addProperty("version", it));
        json.addProperty("path", request.path());
        json.addProperty("query", request.query());
        json.add("headers", write(request.headers()));
        switch (request.body()) {
            case ApiBody.None _ -> {}
            case ApiBody.Text(String text) -> json.addProperty("text", text);
            case ApiBody.Sized(long length) -> json.addProperty("length", length);
            case ApiBody.Unsized _ -> json.addProperty("unsized", true);
        }
        return json;
    }

    static ApiRequest request(Fields json) {
        return new ApiRequest(
                json.text("method"),
                json.maybeText("version"),
                json.text("path"),
                json.text("query"),
                headers(json),
                body(json));
    }

    private static ApiBody body(Fields json) {
        return json.maybeText("text")
                .<ApiBody>map(ApiBody.Text::new)
                .or(() -> json.maybeNumber("length").map(ApiBody.Sized::new))
                .orElseGet(() -> json.flag("unsized") ? new ApiBody.Unsized() : new ApiBody.None());
    }

    static JsonObject write(ApiHead head) {
        var json = new JsonObject();
        json.addProperty("status", head.status());
        json.addProperty("reason", head.reason());
        json.add("headers", write(head.headers()));
        json.addProperty("framed", head.framed());
        return json;
    }

    static ApiHead head(Fields json) {
        return new ApiHead(
                json.integer("status"), json.text("reason"), headers(json), json.flag("framed"));
    }

    static JsonObject write(ApiResponse response) {
        var json = write(response.head());
        json.addProperty("body", response.body());
        return json;
    }

    static ApiResponse response(Fields json) {
        return new ApiResponse(head(json), json.text("body"));
    }

    private static JsonArray write(List<Header> headers) {
        var list = new JsonArray();
        for (var header : headers) {
            var pair = new JsonArray();
            pair.add(header.name());
            pair.add(header.value());
            list.add(pair);
        }
        return list;
    }

    private static List<Header> headers(Fields json) {
        return json.list("headers", ApiJson::header);
    }

    private static Header header(JsonElement pair) {
        var both = pair.getAsJsonArray();
        if (both.size() != 2) {
            throw new JsonParseException("a header is a name and a value");
        }
        return new Header(both.get(0).getAsString(), both.get(1).getAsString());
    }
}
