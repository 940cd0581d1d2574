package io.herd.cli.config;

import io.herd.api.ApiOptions;
import io.herd.api.ApiVersion;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The keys of a configuration file: the long names of options, and the keys of DockerMod's file.
 */
public enum ConfigKey {
    CLUSTER("cluster", "--cluster", Kind.TEXT),
    JOIN("join", "--join", Kind.ADDRESSES),
    BIND("bind", "--bind", Kind.ADDRESS),
    KEY("key", "--key", Kind.TEXT),
    DIRECT("direct", "--direct", Kind.FLAG),
    SOCKET("socket", "--socket", Kind.TEXT),
    KEEP("keep", "--keep", Kind.TIME_OR_OFF),
    DEADLINE("deadline", "--deadline", Kind.TIME),
    NODE("node", "--node", Kind.NODES),
    JSON("json", "--json", Kind.FLAG),
    FORMAT("format", "--format", Kind.TEXT),
    QUIET("quiet", "--quiet", Kind.FLAG),
    NO_TRUNC("no-trunc", "--no-trunc", Kind.FLAG),
    DEBUG("debug", "--debug", Kind.FLAG),
    CREATE_TIMEOUT("create-timeout", "--create-timeout", Kind.TIME),
    NAME("name", "--name", Kind.NODE),
    DOCKER("docker", "--docker", Kind.TEXT),
    HTTP("http", "--http", Kind.ADDRESS),
    HTTP_ANONYMOUS("http-anonymous", "--http-anonymous", Kind.TEXT),
    USERS("users", "--users", Kind.TEXT),
    TLS_CERT("tls-cert", "--tls-cert", Kind.TEXT),
    TLS_KEY("tls-key", "--tls-key", Kind.TEXT),
    TEMPLATES("templates", "--templates", Kind.PATHS),
    LABEL("label", "--label", Kind.LABELS),
    DOCKER_SOCKET("docker-socket", "--docker-socket", Kind.TEXT),
    DOCKER_LISTEN("docker-listen", "--docker-listen", Kind.ADDRESS),
    DOCKER_STRICT("docker-strict", "--docker-strict", Kind.FLAG),
    DOCKER_PLACE("docker-place", "--docker-place", Kind.PLACE),
    DOCKER_LABELS("docker-labels", "--docker-labels", Kind.FLAG),
    DOCKER_API("docker-api", "--docker-api", Kind.API_VERSION),
    AUDIT("audit", "--audit", Kind.TEXT),
    POLICY("policy", "--policy", Kind.TEXT),
    DETECT("detect", "--detect", Kind.DETECTION),

    MAIN("main", "", Kind.ANYTHING),
    SERVICES("services", "", Kind.ANYTHING),
    CLUSTER_ADDRESS("clusterAddress", "--cluster", Kind.TEXT),
    DOCKER_HOST("dockerHost", "--docker", Kind.HOST),
    DOCKER_PORT("dockerPort", "--docker", Kind.PORT),
    ANNOUNCE_INTERVAL("announceInterval", "", Kind.ANYTHING),
    TRACKING_SERVICE_INTERVAL("trackingServiceInterval", "", Kind.ANYTHING),
    TASK_TIMEOUT("taskTimeout", "--deadline", Kind.MILLIS),
    NEW_CONTAINER_TIMEOUT("newContainerTimeout", "--create-timeout", Kind.MILLIS),
    HOSTNAME("hostname", "--name", Kind.NODE),
    REST_SERVICE_PORT("restServicePort", "--http", Kind.LOCAL_PORT);

    /**
     * The type of a value: how to check it and turn it into the text that would be typed behind the
     * option.
     */
    private enum Kind {
        ANYTHING,
        TEXT,
        PATHS,
        LABELS,
        NODE,
        NODES,
        ADDRESS,
        ADDRESSES,
        TIME,
        TIME_OR_OFF,
        DETECTION,
        PLACE,
        API_VERSION,
        MILLIS,
        FLAG,
        HOST,
        PORT,
        LOCAL_PORT;

        private boolean list() {
            return switch (this) {
                case ANYTHING, PATHS, LABELS, NODES, ADDRESSES -> true;
                case TEXT,
                        NODE,
                        ADDRESS,
                        TIME,
                        TIME_OR_OFF,
                        DETECTION,
                        PLACE,
                        API_VERSION,
                        MILLIS,
                        FLAG,
                        HOST,
                        PORT,
                        LOCAL_PORT ->
                        false;
            };
        }

        /** The separator between several values, as behind the option. */
        private String separator() {
            return this == PATHS ? ":" : ",";
        }

        private String convert(String text) {
            return switch (this) {
                case ANYTHING, TEXT, PATHS -> text;
                case LABELS -> Label.parse(text).toString();
                case NODE, NODES -> new NodeName(text).value();
                case ADDRESS, ADDRESSES -> address(text);
                case TIME -> time(text);
                case TIME_OR_OFF -> timeOrOff(text);
                case DETECTION -> detection(text);
                case PLACE -> ApiOptions.Place.parse(text).toString();
                case API_VERSION -> ApiVersion.spoken(text).toString();
                case MILLIS -> time(number(text, LONGEST_MILLIS) + "ms");
                case FLAG -> flag(text);
                case HOST -> HostPort.parse(text, 1).host();
                case PORT -> number(text, LAST_PORT);
                case LOCAL_PORT -> "127.0.0.1:" + number(text, LAST_PORT);
            };
        }
    }

    private static final int LONGEST_MILLIS = 9_999_999;
    private static final int LAST_PORT = 65_535;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final String key;
    private final String option;
    private final Kind kind;

    ConfigKey(String key, String option, Kind kind) {
        this.key = key;
        this.option = option;
        this.kind = kind;
    }

    static Optional<ConfigKey> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    /** Whether this option can also be set elsewhere than on the command line. */
    public static boolean isSetting(String option) {
        return Arrays.stream(values()).anyMatch(known -> known.option.equals(option));
    }

    public String key() {
        return key;
    }

    /**
     * The environment variables that set the option, the first one wins; none for a key that is
     * only an older name.
     */
    public List<String> variables() {
        if (!option.equals("--" + key)) {
            return List.of();
        }
        var own = variable(option);
        // Docker's own variable, which must override the file as every variable does.
        return this == DOCKER ? List.of(own, "DOCKER_HOST") : List.of(own);
    }

    /** The variable that is named after an option: {@code HERD_NO_TRUNC} for {@code --no-trunc}. */
    public static String variable(String option) {
        return "HERD_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What a value must look like, in words. */
    public String form() {
        return switch (kind) {
            case ANYTHING -> "anything";
            case TEXT, NODE, HOST, ADDRESS -> "text";
            case ADDRESSES, NODES -> "text with commas, or a list";
            case PATHS -> "text with colons, or a list";
            case LABELS -> "text such as K=V with commas, or a list";
            case TIME -> "a duration such as 500ms, 10s or 2m";
            case TIME_OR_OFF -> "a duration such as 90s, 10m or 1h, or off";
            case DETECTION -> "fast, normal, wide, or 2s to 5m";
            case PLACE -> "own or spread";
            case API_VERSION -> "a version such as 1.41";
            case MILLIS -> "milliseconds";
            case FLAG -> "true or false";
            case PORT, LOCAL_PORT -> "a port";
        };
    }

    /** The option that the key sets; empty if it no longer has a meaning. */
    public String option() {
        return option;
    }

    /**
     * Checks a value and returns it as it would be typed behind the option.
     *
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    String value(List<String> texts) {
        if (kind.list()) {
            return list(String.join(kind.separator(), texts));
        }
        if (texts.size() != 1) {
            throw new IllegalArgumentException("it takes one value and no list");
        }
        return kind.convert(texts.getFirst());
    }

    private String list(String text) {
        var values = new StringJoiner(kind.separator());
        if (!text.isEmpty()) {
            for (var value : text.split(kind.separator(), -1)) {
                values.add(kind.convert(value));
            }
        }
        return values.toString();
    }

    private static String address(String text) {
        HostPort.parse(text.strip(), HostPort.DEFAULT_PORT);
        return text.strip();
    }

    private static String time(String text) {
        Durations.parse(text);
        return text;
    }

    private static String timeOrOff(String text) {
        Durations.parseOrOff(text);
        return text;
    }

    private static String detection(String text) {
        Durations.parseDetection(text);
        return text;
    }

    private static String flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("'%s' is not true or false".formatted(text));
        }
        return text;
    }

    private static String number(String text, int most) {
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    "invalid number '%s': use 1 to %d".formatted(text, most));
        }
        return text;
    }
}
