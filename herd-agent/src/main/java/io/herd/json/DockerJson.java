package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.model.DaemonEvent;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The few fields of the Docker API that herd itself looks at, and the filters it sends. Readers
 * throw {@link UnexpectedJsonException} at anything else than the API promises.
 */
public final class DockerJson {

    private DockerJson() {}

    /**
     * @param id full id
     * @param names as the daemon writes them: a leading slash, and {@code /other/alias} for a
     *     legacy link
     */
    public record Listed(String id, List<String> names) {}

    /**
     * @param id full id
     * @param warnings none when the daemon says null
     */
    public record Created(String id, List<String> warnings) {}

    /** The text of an error answer; empty if it is not the JSON that the API promises. */
    public static Optional<String> message(String body) {
        try {
            return object(new RawJson(body))
                    .maybeText("message")
                    .filter(message -> !message.isBlank());
        } catch (UnexpectedJsonException | JsonParseException _) {
            return Optional.empty();
        }
    }

    public static List<Listed> list(RawJson body) throws UnexpectedJsonException {
        try {
            var list = new JsonObject();
            list.add("containers", JsonParser.parseString(body.text()));
            return new Fields(list).list("containers", DockerJson::listed);
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    private static Listed listed(JsonElement element) {
        var container = new Fields(element.getAsJsonObject());
        return new Listed(container.text("Id"), container.list("Names", JsonElement::getAsString));
    }

    public static Created created(RawJson body) throws UnexpectedJsonException {
        try {
            var made = object(body);
            return new Created(made.text("Id"), made.list("Warnings", JsonElement::getAsString));
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /** From the answers of {@code /version} and {@code /networks}. */
    public static DaemonProfile profile(RawJson version, RawJson networks)
            throws UnexpectedJsonException {
        try {
            var says = object(version);
            var wrapped = new JsonObject();
            wrapped.add("networks", JsonParser.parseString(networks.text()));
            return new DaemonProfile(
                    says.maybeText("MinAPIVersion").orElse(""),
                    says.maybeText("ApiVersion").orElse(""),
                    new Fields(wrapped)
                                    .list("networks", network -> subnets(network.getAsJsonObject()))
                                    .stream()
                                    .flatMap(List::stream)
                                    .toList());
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    private static List<String> subnets(JsonObject network) {
        return new Fields(network)
                        .maybeObject("IPAM")
                        .map(ipam ->
                                ipam.list("Config", config -> new Fields(config.getAsJsonObject())))
                        .orElse(List.of())
                        .stream()
                        .flatMap(config -> config.maybeText("Subnet").stream())
                        .toList();
    }

    /** From the answer of {@code /version}; daemons before API 1.25 do not say. */
    public static Optional<String> oldestApiVersion(RawJson body) throws UnexpectedJsonException {
        try {
            return object(body).maybeText("MinAPIVersion");
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /**
     * @param apiVersion the one that was agreed on; {@code /info} does not tell
     */
    public static DaemonState.Up info(RawJson body, String apiVersion)
            throws UnexpectedJsonException {
        try {
            var info = object(body);
            return new DaemonState.Up(
                    info.text("ServerVersion"),
                    apiVersion,
                    info.integer("Containers"),
                    info.integer("ContainersRunning"),
                    info.integer("Images"),
                    info.integer("NCPU"),
                    info.number("MemTotal"));
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /** What a container ended with, from the answer of {@code /wait}. */
    public static int exitCode(RawJson body) throws UnexpectedJsonException {
        try {
            var answer = object(body);
            var error = answer.maybeObject("Error").flatMap(e -> e.maybeText("Message"));
            if (error.isPresent()) {
                throw new UnexpectedJsonException(error.get());
            }
            return answer.integer("StatusCode");
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /**
     * @param line one line of the answer of {@code /events}
     */
    public static DaemonEvent event(RawJson line) throws UnexpectedJsonException {
        try {
            var event = object(line);
            var actor = event.object("Actor");
            return new DaemonEvent(
                    event.text("Type"),
                    event.text("Action"),
                    actor.text("ID"),
                    actor.texts("Attributes"),
                    Instant.ofEpochSecond(0, event.number("timeNano")),
                    line);
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /** The labels of a volume; none when the daemon says null. */
    public static Map<String, String> labels(RawJson volume) throws UnexpectedJsonException {
        try {
            return object(volume).texts("Labels");
        } catch (JsonParseException e) {
            throw new UnexpectedJsonException(e);
        }
    }

    /** The form that creates a volume. */
    public static RawJson volume(String name, Map<String, String> labels) {
        var form = new JsonObject();
        form.addProperty("Name", name);
        form.add("Labels", JsonOf.object(labels));
        return new RawJson(form.toString());
    }

    /** The value of a {@code filters} parameter with one filter. */
    public static String filter(String name, String value) {
        return filters(Map.of(name, List.of(value)));
    }

    /** The value of a {@code filters} parameter. */
    public static String filters(Map<String, List<String>> filters) {
        return JsonOf.lists(filters).toString();
    }

    private static Fields object(RawJson body) throws UnexpectedJsonException {
        var json = JsonParser.parseString(body.text());
        if (!json.isJsonObject()) {
            throw new UnexpectedJsonException("expected a JSON object");
        }
        return new Fields(json.getAsJsonObject());
    }
}
