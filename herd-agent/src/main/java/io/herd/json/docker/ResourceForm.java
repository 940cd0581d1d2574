package io.herd.json.docker;

import static io.herd.json.docker.HarmlessFields.ANY;
import static io.herd.json.docker.HarmlessFields.EMPTY;
import static io.herd.json.docker.HarmlessFields.none;
import static io.herd.json.docker.HarmlessFields.oneOf;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;

/**
 * Forms for new volumes and networks. Harmless are those that stay within their daemon: without
 * options for a driver, which may mount the host, and without addresses, which may hide those of
 * others. Docker Engine API, VolumeCreate and NetworkCreate.
 */
public final class ResourceForm {

    private static final HarmlessFields VOLUME =
            none().with(ANY, "Name", "Labels")
                    .with(oneOf("local"), "Driver")
                    .with(EMPTY, "DriverOpts", "ClusterVolumeSpec");

    private static final HarmlessFields NETWORK =
            none().with(
                            ANY,
                            "Name",
                            "Labels",
                            "Attachable",
                            "CheckDuplicate",
                            "EnableIPv4",
                            "EnableIPv6",
                            "Internal")
                    .with(oneOf("bridge"), "Driver")
                    .with(oneOf("local"), "Scope")
                    .with(EMPTY, "ConfigOnly", "Ingress", "Options")
                    .with(none().with(EMPTY, "Network").object(), "ConfigFrom")
                    .with(
                            none().with(oneOf("default"), "Driver")
                                    .with(EMPTY, "Config", "Options")
                                    .object(),
                            "IPAM");

    private ResourceForm() {}

    /**
     * Checks that a form is harmless.
     *
     * @return the name in it; empty if the daemon is to make one up
     */
    public static String harmless(ResourceKind kind, RawJson form) throws HarmfulFormException {
        try {
            var json = JsonParser.parseString(form.text()).getAsJsonObject();
            switch (kind) {
                case VOLUME -> VOLUME.check("", json);
                case NETWORK -> NETWORK.check("", json);
            }
            return new Fields(json).maybeText("Name").orElse("");
        } catch (JsonParseException | IllegalStateException e) {
            throw new HarmfulFormException("the form", "is odd: " + e.getMessage());
        }
    }
}
