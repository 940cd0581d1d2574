package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import io.herd.model.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --publish}: one port of a container that its host publishes, or a range of
 * them.
 */
public record Publication(List<Port> ports) {

    /**
     * One published port.
     *
     * @param own the container's port with its protocol, such as {@code 80/tcp}
     * @param address of the host; empty for all its addresses
     * @param there the port on the host, or a range of which one is chosen; empty for any
     */
    public record Port(String own, String address, String there) {

        private void into(JsonForm form, JsonForm host) {
            form.moreNames("ExposedPorts", List.of(own));
            host.part("PortBindings").element(own).text("HostIp", address).text("HostPort", there);
        }
    }

    // IPv6 addresses are in brackets, other addresses have no colon.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?:(?<address>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]*):)?(?<host>[0-9]*(?:-[0-9]+)?):)?"
                            + "(?<own>[0-9]+(?:-[0-9]+)?)(?:/(?<protocol>tcp|udp|sctp))?",
                    Pattern.CASE_INSENSITIVE);
    // Docker's long form, as for the ports of a service: target=80,published=8080.
    private static final Pattern LONG =
            Pattern.compile("(?:(?:target|published|protocol|mode)=[^,=]*(?:,(?=.)|$))+");
    private static final int MOST = 65_535;

    /** Writes the ports into a create form and its host's part. */
    public void into(JsonForm form, JsonForm host) {
        ports.forEach(port -> port.into(form, host));
    }

    /**
     * Parses the short or the long form.
     *
     * @throws IllegalArgumentException naming the value and the forms
     */
    public static Publication parse(String text) {
        return parse(text, LONG.matcher(text).matches() ? shortened(text) : text);
    }

    private static String shortened(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",", -1)) {
            parts.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return "%s:%s/%s"
                .formatted(
                        parts.getOrDefault("published", ""),
                        parts.getOrDefault("target", ""),
                        parts.getOrDefault("protocol", "tcp"));
    }

    private static Publication parse(String text, String inForm) {
        var form = FORM.matcher(inForm);
        if (!form.matches()) {
            throw wrong(text);
        }
        check(text, address(form));
        var own = range(text, form.group("own"));
        var host = Optional.ofNullable(form.group("host")).filter(ports -> !ports.isEmpty());
        return new Publication(
                IntStream.range(0, own.length)
                        .mapToObj(i ->
                                new Port(
                                        own[i] + "/" + protocol(form),
                                        address(form),
                                        host.map(ports -> nth(text, ports, i, own.length))
                                                .orElse("")))
                        .toList());
    }

    // For a single container port, a range on the host means any port of it, and 0 means any port.
    private static String nth(String text, String ports, int index, int count) {
        if (ports.equals("0") && count == 1) {
            return ports;
        }
        var range = range(text, ports);
        if (count == 1) {
            return ports;
        }
        if (range.length != count) {
            throw wrong(text);
        }
        return Integer.toString(range[index]);
    }

    private static int[] range(String text, String ports) {
        var ends = ports.split("-", -1);
        try {
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 1 || last > MOST || last < first) {
                throw wrong(text);
            }
            return IntStream.rangeClosed(first, last).toArray();
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    // Checked here: the daemon takes an address that it cannot read for all addresses of the host.
    private static void check(String text, String address) {
        if (!address.isEmpty() && !IpAddress.is(address)) {
            throw wrong(text);
        }
    }

    private static String protocol(Matcher form) {
        return Optional.ofNullable(form.group("protocol")).orElse("tcp").toLowerCase(Locale.ROOT);
    }

    private static String address(Matcher form) {
        return Optional.ofNullable(form.group("address")).orElse("").replaceAll("[\\[\\]]", "");
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'%s' publishes no port: use [[ADDR:]PORT:]PORT with an IP address and ports of 1 to 65535, such as 8080:80, 127.0.0.1:5353:53/udp or 8000-8002:80-82"
                        .formatted(text));
    }

    public static final class Converter implements ITypeConverter<Publication> {
        @Override
        public Publication convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The value of {@code --expose}: ports of a container, such as {@code 80-82/udp}. */
    public record Exposed(List<String> ports) {

        /** Writes the ports into a create form. */
        public void into(JsonForm form) {
            form.moreNames("ExposedPorts", ports);
        }

        public static final class Converter implements ITypeConverter<Exposed> {
            @Override
            public Exposed convert(String text) {
                var form = FORM.matcher(text);
                if (text.contains(":") || !form.matches()) {
                    throw new TypeConversionException(
                            "'%s' exposes no port: use PORT[-PORT][/PROTOCOL], such as 80, 53/udp or 8000-8002"
                                    .formatted(text));
                }
                return new Exposed(
                        Converters.checked(Publication::parse, text).ports.stream()
                                .map(Port::own)
                                .toList());
            }
        }
    }
}
