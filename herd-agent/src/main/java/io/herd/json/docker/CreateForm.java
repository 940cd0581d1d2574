package io.herd.json.docker;

import static io.herd.json.docker.HarmlessFields.isText;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.model.RawJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form for a new container that is {@linkplain HarmlessContainer harmless}.
 *
 * @param image empty if it names none
 * @param request the request that it belongs to, by its label
 * @param volumes the names of the volumes that it mounts
 * @param networks the names of the networks that it is in, without those of every daemon
 */
public record CreateForm(
        String image,
        Optional<String> request,
        Set<String> volumes,
        Set<String> networks,
        Demands demands) {

    private static final String REQUEST = "herd.request";

    private static final Set<String> EVERYBODYS = Set.of("", "default", "bridge", "none");

    public CreateForm {
        volumes = Set.copyOf(volumes);
        networks = Set.copyOf(networks);
    }

    /** Whether every daemon has this network, and containers are in it by default, or alone. */
    public static boolean isEverybodys(String network) {
        return EVERYBODYS.contains(network);
    }

    /** Whether it may name volumes; quick, and sometimes true of one that does not. */
    public static boolean mayMount(RawJson form) {
        return form.text().contains("Binds") || form.text().contains("Mounts");
    }

    /** Reads a form for a new container. */
    public static CreateForm of(RawJson form) throws HarmfulFormException {
        var json = object(form);
        HarmlessContainer.FORM.check("", json);
        var fields = new Fields(json);
        var host = fields.maybeObject("HostConfig").orElse(new Fields(new JsonObject()));
        try {
            return new CreateForm(
                    fields.maybeText("Image").orElse(""),
                    fields.maybeObject("Labels").flatMap(it -> it.maybeText(REQUEST)),
                    volumes(host),
                    networks(fields, host),
                    Demands.ofNew(host));
        } catch (JsonParseException e) {
            throw new HarmfulFormException("HostConfig", "is odd: " + e.getMessage());
        }
    }

    /** Reads a form for what a container may use. */
    public static Demands update(RawJson form) throws HarmfulFormException {
        var json = object(form);
        HarmlessContainer.RESOURCES.check("", json);
        try {
            return Demands.ofOld(new Fields(json));
        } catch (JsonParseException e) {
            throw new HarmfulFormException("the form", "is odd: " + e.getMessage());
        }
    }

    /** Reads how a container is to be connected to a network; returns the container. */
    public static String connection(RawJson form) throws HarmfulFormException {
        var json = object(form);
        HarmlessContainer.CONNECTION.check("", json);
        return new Fields(json).maybeText("Container").orElse("");
    }

    private static JsonObject object(RawJson form) throws HarmfulFormException {
        try {
            return JsonParser.parseString(form.text()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new HarmfulFormException("the form", "is no JSON object");
        }
    }

    /**
     * The same form with other names for networks.
     *
     * @param ids ids by name
     */
    public static RawJson withNetworks(RawJson form, Map<String, String> ids) {
        var json = JsonParser.parseString(form.text()).getAsJsonObject();
        if (json.get("HostConfig") instanceof JsonObject host
                && host.has("NetworkMode")
                && isText(host.get("NetworkMode"))) {
            var mode = host.get("NetworkMode").getAsString();
            host.addProperty("NetworkMode", ids.getOrDefault(mode, mode));
        }
        if (json.get("NetworkingConfig") instanceof JsonObject config
                && config.get("EndpointsConfig") instanceof JsonObject endpoints) {
            var renamed = new JsonObject();
            endpoints
                    .entrySet()
                    .forEach(it ->
                            renamed.add(ids.getOrDefault(it.getKey(), it.getKey()), it.getValue()));
            config.add("EndpointsConfig", renamed);
        }
        return new RawJson(json.toString());
    }

    private static Set<String> volumes(Fields host) {
        var names = new TreeSet<String>();
        host.list("Binds", JsonElement::getAsString)
                .forEach(bind -> names.add(bind.substring(0, bind.indexOf(':'))));
        for (var mount : host.list("Mounts", it -> new Fields(it.getAsJsonObject()))) {
            mount.maybeText("Source").filter(it -> !it.isEmpty()).ifPresent(names::add);
        }
        return names;
    }

    private static Set<String> networks(Fields form, Fields host) {
        var names = new TreeSet<String>();
        host.maybeText("NetworkMode").ifPresent(names::add);
        form.maybeObject("NetworkingConfig")
                .flatMap(config -> config.maybeObject("EndpointsConfig"))
                .ifPresent(endpoints -> names.addAll(endpoints.json().keySet()));
        names.removeAll(EVERYBODYS);
        return names;
    }
}
