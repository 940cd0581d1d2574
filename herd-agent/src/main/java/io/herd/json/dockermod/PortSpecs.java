package io.herd.json.dockermod;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.json.WholeNumber;
import io.herd.model.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts {@code PortSpecs}, the old way to publish ports, into {@code PortBindings}: {@code
 * [[IP:]HOST_PORT:]PORT[/tcp|/udp]}. Docker of 2014 exposed and bound each of them.
 */
final class PortSpecs {

    private static final Pattern SPEC =
            Pattern.compile(
                    "(?:(?:(?<ip>[0-9.]*):)?(?<public>[0-9]{0,5}):)?(?<port>[0-9]{1,5})(?:/(?<protocol>tcp|udp))?");

    private PortSpecs() {}

    /**
     * Exposes and binds the ports in a form.
     *
     * @param specs value of {@code PortSpecs}
     * @param host returns {@code HostConfig}, made if there is none
     */
    static void publish(JsonElement specs, JsonObject form, Supplier<JsonObject> host)
            throws BadRequestException {
        var all = all(specs);
        if (all.isEmpty()) {
            return;
        }
        var exposed = part(form, "ExposedPorts");
        var bindings = part(host.get(), "PortBindings");
        var given = Set.copyOf(bindings.keySet());
        for (var spec : all) {
            var matched = SPEC.matcher(spec);
            if (!matched.matches() || !hasAnAddress(matched)) {
                throw wrong(spec);
            }
            var port = matched.group("port") + "/" + or(matched, "protocol", "tcp");
            exposed.add(port, new JsonObject());
            if (!given.contains(port)) {
                bind(bindings, port, binding(matched));
            }
        }
    }

    // With an address that daemons do not understand, the port would be published on all addresses.
    private static boolean hasAnAddress(Matcher matched) {
        var ip = or(matched, "ip", "");
        return ip.isEmpty() || IpAddress.is(ip);
    }

    private static void bind(JsonObject bindings, String port, JsonObject binding) {
        if (!bindings.has(port)) {
            bindings.add(port, new JsonArray());
        }
        bindings.getAsJsonArray(port).add(binding);
    }

    private static List<String> all(JsonElement specs) throws BadRequestException {
        if (specs.isJsonNull()) {
            return List.of();
        }
        // It was never a text, but today's daemons ignore an empty one.
        var list = specs instanceof JsonArray array ? array.asList() : List.of(specs);
        for (var each : list) {
            if (!(each instanceof JsonPrimitive text && text.isString())) {
                throw wrong(WholeNumber.shown(each));
            }
        }
        return list.stream().map(JsonElement::getAsString).filter(text -> !text.isBlank()).toList();
    }

    private static JsonObject binding(Matcher matched) {
        var binding = new JsonObject();
        binding.addProperty("HostIp", or(matched, "ip", ""));
        binding.addProperty("HostPort", or(matched, "public", ""));
        return binding;
    }

    private static JsonObject part(JsonObject object, String name) {
        var key = DockerModForm.key(object, name).orElse(name);
        if (object.get(key) instanceof JsonObject given) {
            return given;
        }
        var made = new JsonObject();
        object.add(key, made);
        return made;
    }

    private static String or(Matcher matched, String group, String otherwise) {
        var found = matched.group(group);
        return found == null ? otherwise : found;
    }

    private static BadRequestException wrong(String spec) {
        return new BadRequestException(
                "'PortSpecs' has '%s': use [[IP:]HOST_PORT:]PORT[/tcp or /udp], such as 8080:80"
                        .formatted(spec));
    }
}
