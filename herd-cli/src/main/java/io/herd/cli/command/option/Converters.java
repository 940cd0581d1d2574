package io.herd.cli.command.option;

import static java.util.stream.Collectors.toMap;

import io.herd.api.ApiOptions;
import io.herd.api.ApiVersion;
import io.herd.cli.config.Durations;
import io.herd.cli.config.Label;
import io.herd.cli.copy.CopyEnd;
import io.herd.cluster.Detection;
import io.herd.herd.creation.Constraint;
import io.herd.herd.creation.CreateRequest;
import io.herd.model.ContainerRef;
import io.herd.model.HostPort;
import io.herd.model.IpAddress;
import io.herd.model.NodeName;
import io.herd.template.Variables;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Picocli converters from text to values; each error names the value and how to mend it. */
public final class Converters {

    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:/(tcp|udp|sctp))?");
    private static final int LAST_PORT = 65_535;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern BYTES =
            Pattern.compile(
                    "([0-9]{1,12}(?:\\.[0-9]{0,6})?|\\.[0-9]{1,6}) ?(?:([bkmgt])(?:i?b)?)?");
    private static final Pattern FRACTION =
            Pattern.compile("[0-9]{1,6}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}");
    // DockerMod's port.
    private static final int HTTP_PORT = 8080;
    private static final int DOCKER_PORT = 2375;
    private static final Pattern REQUEST = Pattern.compile("[a-zA-Z0-9._:-]{1,128}");
    private static final int MOST_INSTANCES = 10_000;

    private Converters() {}

    /** The value; of an exception that is not picocli's own it would print the class. */
    public static <T> T checked(Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    public static final class Node implements ITypeConverter<NodeName> {
        @Override
        public NodeName convert(String text) {
            return checked(NodeName::new, text);
        }
    }

    public static final class Constrained implements ITypeConverter<Constraint> {
        @Override
        public Constraint convert(String text) {
            return checked(Constraint::parse, text);
        }
    }

    public static final class Ref implements ITypeConverter<ContainerRef> {
        @Override
        public ContainerRef convert(String text) {
            return checked(ContainerRef::parse, text);
        }
    }

    public static final class NodeLabel implements ITypeConverter<Label> {
        @Override
        public Label convert(String text) {
            return checked(Label::parse, text);
        }
    }

    /** Only checks the address: the default port depends on the command. */
    static final class Bind implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            var _ = checked(address -> HostPort.parse(address, 0), text.strip());
            return text.strip();
        }
    }

    static final class Join implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            return checked(host -> HostPort.parse(host, HostPort.DEFAULT_PORT), text.strip());
        }
    }

    public static final class Http implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            return checked(address -> HostPort.parse(address, HTTP_PORT), text.strip());
        }
    }

    public static final class DockerPort implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            return checked(address -> HostPort.parse(address, DOCKER_PORT), text.strip());
        }
    }

    public static final class Ip implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!IpAddress.is(text)) {
                throw new TypeConversionException(
                        "invalid IP address '%s': use one such as 1.1.1.1 or 2606:4700::1111"
                                .formatted(text));
            }
            return text;
        }
    }

    /** The capability in the daemon's form: ALL, or a name with {@code CAP_} in front. */
    public static final class Capability implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            var name = text.strip().toUpperCase(Locale.ROOT);
            return name.equals("ALL") || name.startsWith("CAP_") ? name : "CAP_" + name;
        }
    }

    public static final class EndOfCopy implements ITypeConverter<CopyEnd> {
        @Override
        public CopyEnd convert(String text) {
            return checked(CopyEnd::parse, text);
        }
    }

    public static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return checked(Durations::parse, text);
        }
    }

    /** A duration, or off, which is zero. */
    public static final class Keep implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return checked(Durations::parseOrOff, text);
        }
    }

    /** How soon an agent counts as lost. */
    public static final class Detected implements ITypeConverter<Detection> {
        @Override
        public Detection convert(String text) {
            return checked(Durations::parseDetection, text);
        }
    }

    /** Where something of the Docker API is created. */
    public static final class DockerPlace implements ITypeConverter<ApiOptions.Place> {
        @Override
        public ApiOptions.Place convert(String text) {
            return checked(ApiOptions.Place::parse, text);
        }
    }

    public static final class DockerVersion implements ITypeConverter<ApiVersion> {
        @Override
        public ApiVersion convert(String text) {
            return checked(ApiVersion::spoken, text);
        }
    }

    public static final class Instances implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (number < 1 || number > MOST_INSTANCES) {
                throw new TypeConversionException(
                        "invalid number of instances '%s': use 1 to %d"
                                .formatted(text, MOST_INSTANCES));
            }
            return number;
        }
    }

    /** A number of containers, 0 for all; a negative number means all, too, like docker's -1. */
    public static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            boolean negative = text.startsWith("-");
            var digits = negative ? text.substring(1) : text;
            if (!NUMBER.matcher(digits).matches()) {
                throw new TypeConversionException(
                        "invalid number of containers '%s': use 1 or more, or 0 for all"
                                .formatted(text));
            }
            return negative ? 0 : Integer.parseInt(digits);
        }
    }

    /** A number of lines, negative for all. */
    public static final class Tail implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals("all") || text.matches("-[0-9]{1,9}")) {
                return -1;
            }
            if (!NUMBER.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid number of lines '%s': use one, or all".formatted(text));
            }
            return Integer.parseInt(text);
        }
    }

    public static final class RequestId implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!REQUEST.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid request id '%s': use up to 128 letters, digits, '.', '_', ':' and '-'"
                                .formatted(text));
            }
            return text;
        }
    }

    public static final class Variable implements ITypeConverter<Variable.Set> {

        /** One variable and its value. */
        public record Set(String name, String value) {}

        @Override
        public Set convert(String text) {
            int equals = text.indexOf('=');
            var name = text.substring(0, Math.max(0, equals));
            if (!Variables.isName(name)) {
                throw new TypeConversionException(
                        "'%s' sets no variable: use NAME=VALUE with a name of letters, digits and '_'"
                                .formatted(text));
            }
            if (CreateRequest.OWN_VARIABLES.contains(name)) {
                throw new TypeConversionException(
                        "'%s': herd itself sets '%s', choose another name".formatted(text, name));
            }
            return new Set(name, text.substring(equals + 1));
        }
    }

    /** KEY=VALUE, or a KEY without a value. */
    public static final class Pair implements ITypeConverter<Pair.Of> {

        public record Of(String key, String value) {}

        /** The values by key; the last one wins if a key is given twice. */
        public static Map<String, String> byKey(List<Of> pairs) {
            return pairs.stream().collect(toMap(Of::key, Of::value, (_, last) -> last));
        }

        @Override
        public Of convert(String text) {
            int equals = text.indexOf('=');
            if (equals == 0 || text.isEmpty()) {
                throw new TypeConversionException("'%s' has no key: use KEY=VALUE".formatted(text));
            }
            return equals < 0
                    ? new Of(text, "")
                    : new Of(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    /** DIR:OPTIONS, or a DIR without options. */
    public static final class Mounted implements ITypeConverter<Pair.Of> {
        @Override
        public Pair.Of convert(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Pair.Of(text, "")
                    : new Pair.Of(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    /** A port in a container with its protocol, which is TCP if none is given. */
    public static final class PrivatePort implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            var port = PORT.matcher(text);
            if (!port.matches() || Integer.parseInt(port.group(1)) > LAST_PORT) {
                throw new TypeConversionException(
                        "invalid port '%s': use one such as 80 or 53/udp".formatted(text));
            }
            var protocol = port.group(2) == null ? "tcp" : port.group(2);
            return Integer.parseInt(port.group(1)) + "/" + protocol;
        }
    }

    /** A size in bytes; units are powers of 1024, as in docker. */
    public static final class Bytes implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            var size = BYTES.matcher(text.toLowerCase(Locale.ROOT));
            if (!size.matches()) {
                throw new TypeConversionException(
                        "invalid size '%s': use a number with b, k, m, g or t, such as 512m"
                                .formatted(text));
            }
            var unit = size.group(2) == null ? 0 : "bkmgt".indexOf(size.group(2));
            return (long) (Double.parseDouble(size.group(1)) * (1L << (10 * unit)));
        }
    }

    /** A number of processors, in billionths. */
    public static final class Cpus implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!FRACTION.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid number of processors '%s': use one such as 1.5".formatted(text));
            }
            return Math.round(Double.parseDouble(text) * 1e9);
        }
    }

    /** A number of seconds, negative to wait for ever. */
    static final class GraceSeconds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return text.equals("-1") ? Integer.valueOf(-1) : new Seconds().convert(text);
        }
    }

    public static final class Seconds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!NUMBER.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid number of seconds '%s': use 0 or more".formatted(text));
            }
            return Integer.parseInt(text);
        }
    }
}
