package io.herd.json.docker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.DaemonEvent;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the few fields of the Docker API that herd itself needs, and writes the filters it sends.
 * Readers throw {@link UnexpectedJsonException} at anything else than the API promises.
 */
public final class DockerJson {

    private DockerJson() {}

    /**
     * A container in a list.
     *
     * @param id full id
     * @param names as the daemon writes them: a leading slash, and {@code /other/alias} for a
     *     legacy link
     */
    public record Listed(String id, List<String> names) {}

    /**
     * The response to a create.
     *
     * @param id full id
     * @param warnings empty when the daemon sends null
     */
    public record Created(String id, List<String> warnings) {}

    /** The message of an error response; empty if it is not the JSON that the API promises. */
    public static Optional<String> message(String body) {
        try {
            return DaemonDocument.object(new RawJson(body), json -> json.maybeText("message"))
                    .filter(message -> !message.isBlank());
        } catch (UnexpectedJsonException _) {
            return Optional.empty();
        }
    }

    public static List<Listed> list(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.array(
                body,
                container ->
                        new Listed(
                                container.text("Id"),
                                container.list("Names", JsonElement::getAsString)));
    }

    public static Created created(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(
                body,
                made ->
                        new Created(
                                made.text("Id"), made.list("Warnings", JsonElement::getAsString)));
    }

    /** Reads the responses of {@code /version} and {@code /networks}. */
    public static DaemonProfile profile(RawJson version, RawJson networks)
            throws UnexpectedJsonException {
        var subnets = DaemonDocument.array(networks, DockerJson::subnets);
        return DaemonDocument.object(
                version,
                says ->
                        new DaemonProfile(
                                says.maybeText("MinAPIVersion").orElse(""),
                                says.maybeText("ApiVersion").orElse(""),
                                subnets.stream().flatMap(List::stream).toList()));
    }

    private static List<String> subnets(Fields network) {
        return network
                .maybeObject("IPAM")
                .map(ipam -> ipam.list("Config", config -> new Fields(config.getAsJsonObject())))
                .orElse(List.of())
                .stream()
                .flatMap(config -> config.maybeText("Subnet").stream())
                .toList();
    }

    /** Reads the response of {@code /version}; empty for daemons before API 1.25. */
    public static Optional<String> oldestApiVersion(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(body, json -> json.maybeText("MinAPIVersion"));
    }

    /**
     * Reads the response of {@code /info}.
     *
     * @param apiVersion the negotiated API version, which {@code /info} does not contain
     */
    public static DaemonState.Up info(RawJson body, String apiVersion)
            throws UnexpectedJsonException {
        return DaemonDocument.object(
                body,
                info ->
                        new DaemonState.Up(
                                info.text("ServerVersion"),
                                apiVersion,
                                info.integer("Containers"),
                                info.integer("ContainersRunning"),
                                info.integer("Images"),
                                info.integer("NCPU"),
                                info.number("MemTotal")));
    }

    /** The exit code of a container, from the response of {@code /wait}. */
    public static int exitCode(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(
                body,
                answer -> {
                    var error = answer.maybeObject("Error").flatMap(e -> e.maybeText("Message"));
                    if (error.isPresent()) {
                        throw new UnexpectedJsonException(error.get());
                    }
                    return answer.integer("StatusCode");
                });
    }

    /** The id of what was made, as the daemon answers. */
    public static String id(RawJson body) throws UnexpectedJsonException {
        return DaemonDocument.object(body, json -> json.text("Id"));
    }

    /**
     * Reads an event.
     *
     * @param line one line of the response of {@code /events}
     */
    public static DaemonEvent event(RawJson line) throws UnexpectedJsonException {
        return DaemonDocument.object(
                line,
                event ->
                        new DaemonEvent(
                                event.text("Type"),
                                event.text("Action"),
                                event.object("Actor").text("ID"),
                                event.object("Actor").texts("Attributes"),
                                Instant.ofEpochSecond(0, event.number("timeNano")),
                                line));
    }

    /** The labels of a volume; empty when the daemon sends null. */
    public static Map<String, String> labels(RawJson volume) throws UnexpectedJsonException {
        return DaemonDocument.object(volume, json -> json.texts("Labels"));
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

    /**
     * Reads the value of a {@code filters} parameter: lists, or objects with the values as names;
     * empty if it is neither.
     */
    public static Optional<Map<String, List<String>>> filters(String text) {
        try {
            var filters = new LinkedHashMap<String, List<String>>();
            for (var filter : JsonParser.parseString(text).getAsJsonObject().entrySet()) {
                filters.put(filter.getKey(), values(filter.getValue()));
            }
            return Optional.of(filters);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static List<String> values(JsonElement filter) {
        return filter instanceof JsonArray list
                ? list.asList().stream().map(JsonElement::getAsString).toList()
                : List.copyOf(filter.getAsJsonObject().keySet());
    }

    /** The value of a {@code filters} parameter. */
    public static String filters(Map<String, List<String>> filters) {
        return JsonOf.lists(filters).toString();
    }
}
