package io.herd.cli.command.option;

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

/** Ports of a container that can be reached on its host: one, or several in a row. */
record Publication(List<Port> ports) {

    /**
     * One of them.
     *
     * @param own with its protocol, such as {@code 80/tcp}
     * @param address of the host; empty for all it has
     * @param there its port there, or a range of which one is chosen; empty for any
     */
    record Port(String own, String address, String there) {

        private void into(JsonForm form, JsonForm host) {
            form.moreNames("ExposedPorts", List.of(own));
            host.part("PortBindings").element(own).text("HostIp", address).text("HostPort", there);
        }
    }

    // IPv6 addresses are in brackets, others have no colon.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?:(?<address>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]*):)?(?<host>[0-9]*(?:-[0-9]+)?):)?"
                            + "(?<own>[0-9]+(?:-[0-9]+)?)(?:/(?<protocol>tcp|udp|sctp))?",
                    Pattern.CASE_INSENSITIVE);
    // Docker's long form, of a command's option as of a service's.
    private static final Pattern LONG =
            Pattern.compile("(?:(?:target|published|protocol|mode)=[^,=]*(?:,(?=.)|$))+");
    private static final int MOST = 65_535;

    void into(JsonForm form, JsonForm host) {
        ports.forEach(port -> port.into(form, host));
    }

    /**
     * @throws IllegalArgumentException naming the value and the forms
     */
    static Publication parse(String text) {
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

    // A range for one port alone means any of the range, and 0 any at all.
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

    // The daemon takes what it cannot read for all addresses there are.
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

    static final class Converter implements ITypeConverter<Publication> {
        @Override
        public Publication convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
