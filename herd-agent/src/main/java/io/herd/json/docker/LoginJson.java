package io.herd.json.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.model.RegistryLogin;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads docker's client configuration, {@code config.json}, above all for the registry logins in
 * it, and what credential helpers answer. No error message quotes their content.
 */
public final class LoginJson {

    // A credential helper gives this as the user name when its secret is a token.
    private static final String TOKEN = "<token>";

    private final Fields config;

    private LoginJson(Fields config) {
        this.config = config;
    }

    /**
     * Parses the text of {@code config.json}.
     *
     * @throws MalformedJsonException if it is not a JSON object
     */
    public static LoginJson read(String text) throws MalformedJsonException {
        var json = JsonParser.parseString(StrictJson.object(text).text());
        return new LoginJson(new Fields(json.getAsJsonObject()));
    }

    /** The keys that detach from a container, if the user has set any; they may be wrong. */
    public Optional<String> detachKeys() throws UnexpectedJsonException {
        try {
            return text(config, "detachKeys");
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /**
     * The credential helper that stores a registry's login: the name of its program after {@code
     * docker-credential-}. An empty name for a registry means that the file itself stores it.
     */
    public Optional<String> helper(String registry) throws UnexpectedJsonException {
        try {
            return Optional.ofNullable(config.texts("credHelpers").get(registry))
                    .or(() -> config.maybeText("credsStore"))
                    .filter(helper -> !helper.isEmpty());
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /** The login that the file itself stores. */
    public Optional<RegistryLogin> login(String registry) throws UnexpectedJsonException {
        try {
            var auths = config.maybeObject("auths");
            var key = auths.flatMap(entries -> key(entries, registry));
            return key.isEmpty()
                    ? Optional.empty()
                    : login(key.get(), auths.get().object(key.get()));
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    // Old versions of docker wrote https://HOST/v1/ where new ones write HOST.
    private static Optional<String> key(Fields auths, String registry) {
        var keys = auths.json().keySet();
        return keys.contains(registry)
                ? Optional.of(registry)
                : keys.stream()
                        .filter(key ->
                                key.replaceFirst("^https?://", "")
                                        .replaceFirst("/.*", "")
                                        .equals(registry))
                        .findFirst();
    }

    private static Optional<RegistryLogin> login(String registry, Fields entry)
            throws UnexpectedJsonException {
        var login = new JsonObject();
        var auth = text(entry, "auth");
        if (auth.isPresent()) {
            addDecoded(login, registry, auth.get());
        } else {
            copy(entry, login, "username");
            copy(entry, login, "password");
        }
        copy(entry, login, "identitytoken");
        copy(entry, login, "registrytoken");
        return login(registry, login);
    }

    private static void addDecoded(JsonObject login, String registry, String auth)
            throws UnexpectedJsonException {
        var decoded = decoded(auth);
        int colon = decoded.indexOf(':');
        if (colon <= 0) {
            throw new UnexpectedJsonException(
                    "'auth' of %s is not the Base64 of USER:PASSWORD".formatted(registry));
        }
        login.addProperty("username", decoded.substring(0, colon));
        login.addProperty("password", decoded.substring(colon + 1).replaceAll("^\0+|\0+$", ""));
    }

    private static String decoded(String auth) {
        try {
            // Like Go's decoder, which ignores line ends.
            var oneLine = auth.replace("\n", "").replace("\r", "");
            return new String(Base64.getDecoder().decode(oneLine), UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Reads a credential helper's answer; empty if it names no user. */
    public static Optional<RegistryLogin> answer(String registry, String text)
            throws UnexpectedJsonException {
        try {
            var answer = new Fields(JsonParser.parseString(text).getAsJsonObject());
            var login = new JsonObject();
            var user = text(answer, "Username");
            if (user.isPresent() && user.get().equals(TOKEN)) {
                login.addProperty("identitytoken", answer.text("Secret"));
            } else if (user.isPresent()) {
                login.addProperty("username", user.get());
                login.addProperty("password", answer.text("Secret"));
            }
            return login(registry, login);
        } catch (JsonParseException | IllegalStateException _) {
            throw new UnexpectedJsonException("its answer has no Username and Secret");
        }
    }

    private static Optional<RegistryLogin> login(String registry, JsonObject login) {
        if (login.isEmpty()) {
            return Optional.empty();
        }
        login.addProperty("serveraddress", registry);
        var bytes = login.toString().getBytes(UTF_8);
        return Optional.of(new RegistryLogin(Base64.getUrlEncoder().encodeToString(bytes)));
    }

    private static void copy(Fields from, JsonObject to, String name) {
        text(from, name).ifPresent(value -> to.addProperty(name, value));
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.maybeText(name).filter(value -> !value.isEmpty());
    }
}
