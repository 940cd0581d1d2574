package io.herd.json.policy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.policy.Account;
import io.herd.policy.BearerToken;
import io.herd.policy.Users;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads and writes the users as they are kept in a file. */
public final class UsersJson {

    private UsersJson() {}

    public static Users read(String text) throws BadPolicyException {
        try {
            StrictJson.object(text);
            var json = new Fields(JsonParser.parseString(text).getAsJsonObject());
            return new Users(json.list("users", UsersJson::user));
        } catch (MalformedJsonException
                | JsonParseException
                | IllegalArgumentException
                | DateTimeParseException e) {
            throw new BadPolicyException(String.valueOf(e.getMessage()));
        }
    }

    private static Account user(JsonElement element) {
        var json = new Fields(element.getAsJsonObject());
        return new Account(
                json.text("name"),
                json.list("groups", JsonElement::getAsString),
                json.list("tokens", UsersJson::token));
    }

    private static BearerToken token(JsonElement element) {
        var json = new Fields(element.getAsJsonObject());
        return new BearerToken(
                json.text("id"),
                json.text("sha256"),
                Instant.parse(json.text("created")),
                json.maybeText("expires").map(Instant::parse));
    }

    public static String write(Users users) {
        var list = new JsonArray();
        for (var user : users.all()) {
            var json = new JsonObject();
            json.addProperty("name", user.name());
            json.add("groups", JsonOf.texts(user.groups()));
            var tokens = new JsonArray();
            user.tokens().forEach(token -> tokens.add(write(token)));
            json.add("tokens", tokens);
            list.add(json);
        }
        var all = new JsonObject();
        all.add("users", list);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all)
                + "\n";
    }

    private static JsonObject write(BearerToken token) {
        var json = new JsonObject();
        json.addProperty("id", token.id());
        json.addProperty("sha256", token.hash());
        json.addProperty("created", token.created().toString());
        token.expires().ifPresent(it -> json.addProperty("expires", it.toString()));
        return json;
    }
}
