package io.herd.json.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.UnexpectedJsonException;
import java.util.List;
import java.util.Map;

/** What is said of the herd as of one daemon. */
public final class HerdInfo {

    private static final List<String> SUMS =
            List.of(
                    "Containers",
                    "ContainersRunning",
                    "ContainersPaused",
                    "ContainersStopped",
                    "NCPU",
                    "MemTotal");

    private HerdInfo() {}

    /**
     * The {@code info} of a herd.
     *
     * @param parts the own daemon's first
     * @param missing why the others have not answered, by node
     * @param images how many different ones all have
     */
    public static String of(
            String herd, List<NodeDocument> parts, Map<String, String> missing, int images)
            throws UnexpectedJsonException {
        var info = parts.getFirst().object();
        var status = new JsonArray();
        for (var part : parts) {
            var one = part.object();
            status.add(row(part.node().value(), said(one)));
            if (!part.equals(parts.getFirst())) {
                SUMS.forEach(it -> info.add(it, Summed.sum(info.get(it), one.get(it))));
            }
        }
        missing.forEach((node, why) -> status.add(row(node, why)));
        info.addProperty("Name", herd);
        info.addProperty("Images", images);
        info.add("SystemStatus", status);
        append(info, "Labels", "herd.nodes=" + (parts.size() + missing.size()));
        missing.forEach(
                (node, why) -> append(info, "Warnings", "WARNING: %s: %s".formatted(node, why)));
        return info.toString();
    }

    private static String said(JsonObject info) {
        return "%s, %s containers (%s running), %s images"
                .formatted(
                        text(info, "ServerVersion"),
                        text(info, "Containers"),
                        text(info, "ContainersRunning"),
                        text(info, "Images"));
    }

    private static String text(JsonObject info, String name) {
        return info.has(name) && info.get(name).isJsonPrimitive()
                ? info.get(name).getAsString()
                : "?";
    }

    private static JsonArray row(String name, String value) {
        var row = new JsonArray();
        row.add(name);
        row.add(value);
        return row;
    }

    private static void append(JsonObject info, String name, String value) {
        if (!(info.get(name) instanceof JsonArray)) {
            info.add(name, new JsonArray());
        }
        info.getAsJsonArray(name).add(value);
    }

    /** The {@code version} of a herd: a daemon's, with what all of them speak. */
    public static String version(NodeDocument own, String newest, String oldest, String herdVersion)
            throws UnexpectedJsonException {
        var version = own.object();
        version.addProperty("ApiVersion", newest);
        version.addProperty("MinAPIVersion", oldest);
        if (version.get("Components") instanceof JsonArray components) {
            var herd = new JsonObject();
            herd.addProperty("Name", "herd");
            herd.addProperty("Version", herdVersion);
            components.add(herd);
            components.forEach(it -> engine(it, newest, oldest));
        }
        return version.toString();
    }

    private static void engine(JsonElement element, String newest, String oldest) {
        if (element instanceof JsonObject component
                && component.get("Details") instanceof JsonObject details
                && details.has("ApiVersion")) {
            details.addProperty("ApiVersion", newest);
            details.addProperty("MinAPIVersion", oldest);
        }
    }
}
