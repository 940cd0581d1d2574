package io.herd.json.docker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an entry of a daemon's container list says that a container uses, as {@code docker ps
 * --format} shows it.
 *
 * @param networks their names, in order
 * @param mounts names of volumes, or paths of the host
 * @param localVolumes how many volumes are this host's own
 * @param platform of the image; empty if the daemon does not say it
 */
public record ContainerUse(
        List<String> networks, List<String> mounts, int localVolumes, String platform) {

    public static ContainerUse of(RawJson listed) {
        var json = new Fields(JsonParser.parseString(listed.text()).getAsJsonObject());
        var mounts = json.list("Mounts", JsonElement::getAsJsonObject);
        return new ContainerUse(
                networks(json),
                mounts.stream().map(ContainerUse::mount).toList(),
                (int) mounts.stream().filter(it -> text(it, "Driver").equals("local")).count(),
                platform(json));
    }

    private static List<String> networks(Fields json) {
        return json.maybeObject("NetworkSettings")
                .flatMap(settings -> settings.maybeObject("Networks"))
                .map(networks -> List.copyOf(new TreeSet<>(networks.json().keySet())))
                .orElse(List.of());
    }

    private static String mount(JsonObject mount) {
        var name = text(mount, "Name");
        return name.isEmpty() ? text(mount, "Source") : name;
    }

    private static String platform(Fields json) {
        return json.maybeObject("ImageManifestDescriptor")
                .flatMap(image -> image.maybeObject("platform"))
                .map(Fields::json)
                .map(it -> text(it, "os") + "/" + text(it, "architecture") + variant(it))
                .orElse("");
    }

    private static String variant(JsonObject platform) {
        return Optional.of(text(platform, "variant"))
                .filter(it -> !it.isEmpty())
                .map(it -> "/" + it)
                .orElse("");
    }

    private static String text(JsonObject json, String name) {
        return new Fields(json).maybeText(name).orElse("");
    }
}
