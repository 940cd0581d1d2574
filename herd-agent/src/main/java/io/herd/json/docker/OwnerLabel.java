package io.herd.json.docker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The label that says whose a container, volume or network is. */
public final class OwnerLabel {

    public static final String NAME = "herd.owner";

    /** The filter that only what is the caller's own fits; no daemon knows it. */
    public static final String MINE = "mine";

    private static final String LABELS = "Labels";

    private OwnerLabel() {}

    /** The filters as a daemon knows them. */
    public static Map<String, List<String>> plain(
            Map<String, List<String>> filters, String caller) {
        if (!filters.containsKey(MINE)) {
            return filters;
        }
        var plain = new LinkedHashMap<>(filters);
        plain.remove(MINE);
        return filter(plain, caller);
    }

    /** The filter that only what is somebody's fits, beside others. */
    public static Map<String, List<String>> filter(Map<String, List<String>> others, String owner) {
        var filters = new LinkedHashMap<>(others);
        var labels = new ArrayList<>(others.getOrDefault("label", List.of()));
        labels.add(NAME + "=" + owner);
        filters.put("label", labels);
        return filters;
    }

    /**
     * Why a form must not be given the label: it brings one, or labels that a daemon would read
     * beside those that are given. A daemon reads names in any case, and folds some letters of
     * Unicode into others.
     */
    public static Optional<String> complaint(RawJson form) {
        JsonElement json;
        try {
            json = JsonParser.parseString(form.text());
        } catch (JsonParseException e) {
            return Optional.of("it is no JSON object");
        }
        if (!(json instanceof JsonObject object)) {
            return Optional.of("it is no JSON object");
        }
        return object.keySet().stream()
                .filter(key -> !key.equals(LABELS) && fold(key).equals(fold(LABELS)))
                .findFirst()
                .map(key -> "write '%s' where it has '%s'".formatted(LABELS, key))
                .or(() ->
                        brings(object)
                                ? Optional.of(
                                        "it has the label '%s', which herd sets itself: leave it out"
                                                .formatted(NAME))
                                : Optional.empty());
    }

    private static boolean brings(JsonElement json) {
        return switch (json) {
            case JsonObject object ->
                    object.entrySet().stream()
                            .anyMatch(it ->
                                    fold(it.getKey().strip()).equals(NAME)
                                            || brings(it.getValue()));
            case JsonArray list -> list.asList().stream().anyMatch(OwnerLabel::brings);
            default -> false;
        };
    }

    private static String fold(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The same form for something that is somebody's. */
    public static RawJson set(RawJson form, String owner) {
        return ContainerJson.withLabels(form, Map.of(NAME, owner));
    }

    /** Whose a container is, by its description; empty if it is nobody's. */
    public static Optional<String> ofContainer(RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(
                description, json -> json.maybeObject("Config").flatMap(OwnerLabel::owner));
    }

    /** Whose a volume or network is, likewise. */
    public static Optional<String> ofResource(RawJson description) throws UnexpectedJsonException {
        return DaemonDocument.object(description, OwnerLabel::owner);
    }

    private static Optional<String> owner(Fields json) {
        return json.maybeObject(LABELS).flatMap(labels -> labels.maybeText(NAME));
    }
}
