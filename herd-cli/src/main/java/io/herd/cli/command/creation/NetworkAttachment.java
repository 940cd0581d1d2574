package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import io.herd.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --network}: the name of a network, or docker's long form, such as {@code
 * name=net,alias=web,ip=10.0.0.2}.
 *
 * @param settings the texts of the endpoint, such as {@code ip}, by key
 */
public record NetworkAttachment(
        String name,
        List<String> aliases,
        List<String> links,
        List<String> linkLocal,
        Map<String, String> settings,
        Map<String, String> driver) {

    private static final Pattern LONG = Pattern.compile("\\w[\\w-]*=.*");
    private static final List<String> SETTINGS = List.of("name", "ip", "ip6", "mac-address");
    private static final Pattern MAC =
            Pattern.compile(
                    "\\p{XDigit}{2}(?:(?::\\p{XDigit}{2}){5}|(?:-\\p{XDigit}{2}){5})|\\p{XDigit}{4}(?:\\.\\p{XDigit}{4}){2}");

    /** An attachment with nothing but docker's short options in it. */
    public static NetworkAttachment of(String name) {
        return new NetworkAttachment(
                name,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /**
     * @throws IllegalArgumentException naming the value and the forms
     */
    static NetworkAttachment parse(String text) {
        if (!LONG.matcher(text).matches()) {
            return of(text);
        }
        var read = of("");
        CommaSeparated.fields(text).forEach(field -> read.add(text, field));
        var name = Optional.ofNullable(read.settings.remove("name")).filter(n -> !n.isEmpty());
        return new NetworkAttachment(
                name.orElseThrow(() -> wrong(text, "it names no network")),
                read.aliases,
                read.links,
                read.linkLocal,
                read.settings,
                read.driver);
    }

    private void add(String text, String field) {
        int equals = field.indexOf('=');
        var key = field.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
        var value = field.substring(equals + 1).strip();
        check(text, key, value);
        switch (key) {
            case "alias" -> aliases.add(value);
            case "link-local-ip" -> linkLocal.add(value);
            case "driver-opt" -> {
                var pair = new Converters.Pair().convert(value);
                driver.put(pair.key(), pair.value());
            }
            default -> settings.put(key, value);
        }
    }

    private static void check(String text, String key, String value) {
        boolean known =
                SETTINGS.contains(key)
                        || List.of("alias", "link-local-ip", "driver-opt").contains(key);
        if (!known) {
            throw wrong(text, "'%s' is no field of it".formatted(key));
        }
        if (List.of("ip", "ip6", "link-local-ip").contains(key) && !IpAddress.is(value)) {
            throw wrong(text, "'%s' is no IP address".formatted(value));
        }
        if (key.equals("mac-address") && !MAC.matcher(value).matches()) {
            throw wrong(text, "'%s' is no MAC address".formatted(value));
        }
    }

    /** Whether it is only a name. */
    public boolean bare() {
        return aliases.isEmpty()
                && links.isEmpty()
                && linkLocal.isEmpty()
                && settings.isEmpty()
                && driver.isEmpty();
    }

    /** Whether users have made the network: only there an endpoint has names of its own. */
    public boolean userDefined() {
        return !List.of("default", "bridge", "host", "none").contains(name)
                && !name.startsWith("container:");
    }

    /** Writes the endpoint into the list of those of a create form. */
    public void into(JsonForm endpoints) {
        var endpoint =
                endpoints
                        .part(name)
                        .moreTexts("Aliases", aliases)
                        .moreTexts("Links", links)
                        .moreTexts("DriverOpts", driver)
                        .text("MacAddress", settings.get("mac-address"));
        if (settings.containsKey("ip") || settings.containsKey("ip6") || !linkLocal.isEmpty()) {
            endpoint.part("IPAMConfig")
                    .text("IPv4Address", settings.get("ip"))
                    .text("IPv6Address", settings.get("ip6"))
                    .moreTexts("LinkLocalIPs", linkLocal);
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException(
                "invalid network '%s', %s: use its name, or fields such as name=net,alias=web,ip=10.0.0.2"
                        .formatted(text, why));
    }

    public static final class Converter implements ITypeConverter<NetworkAttachment> {
        @Override
        public NetworkAttachment convert(String text) {
            return Converters.checked(NetworkAttachment::parse, text);
        }
    }

    public static final class Mac implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!MAC.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid MAC address '%s': use one such as 92:d0:c6:0a:29:33"
                                .formatted(text));
            }
            return text;
        }
    }
}
