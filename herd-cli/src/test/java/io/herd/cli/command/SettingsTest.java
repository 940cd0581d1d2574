package io.herd.cli.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.agent.LocalNode;
import io.herd.cli.config.ConfigKey;
import io.herd.cli.config.Durations;
import io.herd.cli.config.KeyFile;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting by its flag, its variable and its key, by what each of them does. */
class SettingsTest {

    private static final Map<String, String> KEYS =
            Map.of("one", KeyFile.fresh(), "two", KeyFile.fresh(), "three", KeyFile.fresh());

    @TempDir Path home;

    private final AtomicReference<Duration> creation = new AtomicReference<>(Duration.ZERO);
    private final InProcessCluster cluster = new InProcessCluster();
    private final AtomicReference<List<Path>> sockets = new AtomicReference<>();
    private final AtomicReference<ClusterSettings> settings = new AtomicReference<>();
    private final AtomicReference<Duration> timeout = new AtomicReference<>();
    private final Map<String, String> environment = new HashMap<>();

    /**
     * Values of one setting, each as it is written and as its effect is told.
     *
     * @param usual without any
     */
    private record Values(String usual, String file, String variable, String flag) {}

    /**
     * A value that is none.
     *
     * @param complaint how the error goes on behind the name of the flag, the variable or the key
     */
    private record Bad(String value, String complaint, int exit) {

        Bad(String value, String complaint) {
            this(value, complaint, 2);
        }
    }

    static Stream<ConfigKey> settings() {
        return Arrays.stream(ConfigKey.values()).filter(key -> !key.variables().isEmpty());
    }

    static Stream<ConfigKey> settingsWithBadValues() {
        // Every text is a name of a herd or a user, and a directory or socket that is not there is
        // passed over; files for HTTP are not looked at without it.
        return settings()
                .filter(key ->
                        key != ConfigKey.CLUSTER
                                && key != ConfigKey.TEMPLATES
                                && key != ConfigKey.SOCKET
                                && key != ConfigKey.HTTP_ANONYMOUS
                                && key != ConfigKey.USERS
                                && key != ConfigKey.TLS_CERT
                                && key != ConfigKey.TLS_KEY);
    }

    @BeforeEach
    void aHerdWithAContainer() throws Exception {
        environment.put("HOME", home.toString());
        for (var name : List.of("a", "b", "c")) {
            var node = new LocalNode(new NodeName(name), new MemoryEngine("busybox"));
            cluster.with(
                    name,
                    (action, deadline) -> {
                        if (action instanceof Action.CreateContainer) {
                            creation.set(deadline.remaining());
                        }
                        return node.handle(action, deadline);
                    });
        }
        for (var name : List.of("one", "two", "three")) {
            var key = Files.writeString(home.resolve(name), KEYS.get(name));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Files.createDirectory(home.resolve("dir-" + name));
            Files.writeString(home.resolve("dir-" + name).resolve(name + ".json"), "{}");
        }
        herd("container", "create", "--image", "busybox", "--start");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aFlagBeatsTheEnvironmentBeatsTheFileBeatsTheDefault(ConfigKey key) throws Exception {
        var values = values(key);
        assertThat(effect(key)).as("nothing set").isEqualTo(values.usual());

        file(key, values.file());
        assertThat(effect(key)).as("file").isEqualTo(values.file());

        environment.put(variable(key), values.variable());
        assertThat(effect(key)).as("environment").isEqualTo(values.variable());

        assertThat(effect(key, flag(key, values.flag()))).as("flag").isEqualTo(values.flag());

        file(key, values.flag());
        environment.remove(variable(key));
        assertThat(effect(key)).as("file again").isEqualTo(values.flag());
    }

    @ParameterizedTest
    @MethodSource("settingsWithBadValues")
    void aBadValueIsNamedWithItsFlagItsVariableOrItsFileLineAndKey(ConfigKey key) throws Exception {
        var bad = bad(key);
        var flag = herd(command(key, key.option() + "=" + bad.value()));
        assertThat(flag.err()).startsWith("herd: ").contains(key.option(), bad.complaint());
        assertThat(flag.exit()).isEqualTo(bad.exit());

        environment.put(variable(key), bad.value());
        var fromEnvironment = herd(command(key));
        assertThat(fromEnvironment.err())
                .startsWith("herd: " + variable(key) + ": " + bad.complaint())
                .doesNotContain("Exception");
        assertThat(fromEnvironment.exit()).isEqualTo(bad.exit());

        environment.remove(variable(key));
        var file = file(key, bad.value());
        var fromFile = herd(command(key));
        assertThat(fromFile.err())
                .startsWith("herd: %s:2: '%s': %s".formatted(file, key.key(), bad.complaint()));
        assertThat(fromFile.exit()).isEqualTo(bad.exit());
    }

    @ParameterizedTest
    @MethodSource("settingsWithBadValues")
    void aBadVariableDoesNoHarmWhereAFlagCountsOrHelpIsWanted(ConfigKey key) throws Exception {
        environment.put(variable(key), bad(key).value());
        var flag = values(key).flag();

        assertThat(effect(key, flag(key, flag))).isEqualTo(flag);
        assertThat(herd(command(key, "--help")).exit()).isZero();
    }

    @Test
    void theDaemonsOwnVariableIsNamedToo() {
        environment.put("DOCKER_HOST", "here");

        assertThat(herd("agent", "--check-config").err())
                .startsWith("herd: DOCKER_HOST: invalid Docker endpoint 'here'");
    }

    @Test
    void anHttpAddressThatOthersCanReachIsNamedWithWhereItComesFrom() {
        environment.put("HERD_HTTP", "0.0.0.0:8080");

        assertThat(herd("agent", "--check-config").err())
                .startsWith("herd: HERD_HTTP: refusing to listen for HTTP on 0.0.0.0");
    }

    @Test
    void aVariableOfAnOptionThatACommandDoesNotHaveDoesNotConcernIt() {
        environment.put("HERD_NAME", "a b");
        environment.put("HERD_CREATE_TIMEOUT", "soon");

        assertThat(herd("ps").exit()).isZero();
    }

    @Test
    void aDollarSignStaysOne() {
        environment.put("HERD_FORMAT", "$${HOME} $x {{.Names}}");

        assertThat(herd("ps").out()).isEqualTo("$${HOME} $x made_up_1\n");
    }

    @Test
    void anEmptyListSetsNothing() throws Exception {
        file("{\"join\": [], \"node\": [], \"label\": {}}");

        assertThat(herd("ps").exit()).isZero();
        assertThat(settings.get().join()).isEmpty();
    }

    @Test
    void labelsMayBeATextAListOrAnObject() throws Exception {
        for (var form :
                List.of(
                        "\"zone=east,disk=ssd\"",
                        "[\"zone=east\", \"disk=ssd\"]",
                        "{\"zone\": \"east\", \"disk\": \"ssd\"}")) {
            file("{\"label\": " + form + "}");

            assertThat(effect(ConfigKey.LABEL)).isEqualTo("zone=east,disk=ssd");
        }
    }

    private Values values(ConfigKey key) {
        return switch (key) {
            case CLUSTER -> new Values("herd", "cows", "sheep", "goats");
            case JOIN -> new Values("", "h1:1", "h2:2,h3:3", "h4:4");
            case BIND -> new Values("", "127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3");
            case KEY -> new Values("", path("one"), path("two"), path("three"));
            case SOCKET -> new Values("/run/herd/herd.sock", "/run/one", "/run/two", "/run/three");
            case KEEP -> new Values("-", "90s", "off", "1h");
            case DEADLINE -> new Values("30s", "1500ms", "7s", "2m");
            case NODE -> new Values("a,b,c", "a,b", "b", "c");
            case DIRECT, JSON, QUIET, NO_TRUNC, DEBUG, DOCKER_STRICT ->
                    new Values("false", "true", "false", "true");
            case FORMAT -> new Values("", "1{{.Node}}", "2{{.Names}}", "3{{.State}}");
            case CREATE_TIMEOUT -> new Values("30s", "20s", "40s", "50s");
            case NAME -> new Values(hostname(), "x", "y", "z");
            case DOCKER ->
                    new Values(
                            "unix:///var/run/docker.sock", "unix:///x", "tcp://y:1", "unix:///z");
            case HTTP, DOCKER_LISTEN ->
                    new Values("-", "127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3");
            case HTTP_ANONYMOUS -> new Values("-", "one", "two", "three");
            case USERS ->
                    new Values("/etc/herd/users.json", path("one"), path("two"), path("three"));
            case TLS_CERT, TLS_KEY -> new Values("-", path("one"), path("two"), path("three"));
            case TEMPLATES -> new Values("", path("dir-one"), path("dir-two"), path("dir-three"));
            case DOCKER_SOCKET ->
                    new Values("/run/herd/docker.sock", path("one"), path("two"), path("three"));
            case DOCKER_PLACE -> new Values("own", "spread", "own", "spread");
            case DOCKER_LABELS -> new Values("true", "false", "true", "false");
            case DOCKER_API -> new Values("-", "1.41", "1.42", "1.43");
            case DETECT -> new Values("6s", "3s", "20s", "9s");
            case AUDIT -> new Values("-", path("one"), path("two"), path("three"));
            case POLICY ->
                    new Values(
                            "/etc/herd/policy.json", policy("one"), policy("two"), policy("three"));
            case LABEL -> new Values("-", "zone=east,disk=ssd", "zone=west", "disk=hdd");
            case MAIN,
                    SERVICES,
                    CLUSTER_ADDRESS,
                    DOCKER_HOST,
                    DOCKER_PORT,
                    ANNOUNCE_INTERVAL,
                    TRACKING_SERVICE_INTERVAL,
                    TASK_TIMEOUT,
                    NEW_CONTAINER_TIMEOUT,
                    HOSTNAME,
                    REST_SERVICE_PORT ->
                    throw new IllegalArgumentException(key + " has no option of its name");
        };
    }

    private static Bad bad(ConfigKey key) {
        return switch (key) {
            case JOIN -> new Bad("h1,h:port", "invalid address 'h:port'");
            case BIND -> new Bad("1.2.3.4:99999", "invalid address '1.2.3.4:99999'");
            case KEY -> new Bad("/none", "no key file /none: make one with", 1);
            case DEADLINE ->
                    new Bad("3 parsecs", "invalid duration '3 parsecs': use a number with");
            case KEEP -> new Bad("never", "invalid duration 'never'");
            case NODE -> new Bad("a,b c", "invalid node name 'b c'");
            case DIRECT, JSON, QUIET, NO_TRUNC, DEBUG, DOCKER_STRICT, DOCKER_LABELS ->
                    new Bad("maybe", "'maybe' is not ");
            case FORMAT -> new Bad("{{.Mood}}", "unknown field '.Mood': use .ID, .Names");
            case CREATE_TIMEOUT -> new Bad("soon", "invalid duration 'soon'");
            case NAME -> new Bad("a/b", "invalid node name 'a/b'");
            case DOCKER -> new Bad("here", "invalid Docker endpoint 'here'");
            case HTTP, DOCKER_LISTEN ->
                    new Bad("127.0.0.1:99999", "invalid address '127.0.0.1:99999'");
            case DOCKER_SOCKET ->
                    new Bad("/var/run/docker.sock", "the daemon is at /var/run/docker.sock");
            case DOCKER_PLACE -> new Bad("here", "invalid place 'here': use own or spread");
            case DOCKER_API ->
                    new Bad("1.2", "invalid version '1.2' of the Docker API: use one from 1.24");
            case DETECT ->
                    new Bad("soon", "invalid time 'soon' until an agent counts as lost: use fast,");
            case AUDIT -> new Bad("/none/audit", "cannot write /none/audit: give a file in");
            case POLICY -> new Bad("/none", "there is no policy /none");
            case LABEL -> new Bad("zone=east,disk", "invalid label 'disk': use K=V");
            case CLUSTER,
                    TEMPLATES,
                    HTTP_ANONYMOUS,
                    USERS,
                    TLS_CERT,
                    TLS_KEY,
                    SOCKET,
                    MAIN,
                    SERVICES,
                    CLUSTER_ADDRESS,
                    DOCKER_HOST,
                    DOCKER_PORT,
                    ANNOUNCE_INTERVAL,
                    TRACKING_SERVICE_INTERVAL,
                    TASK_TIMEOUT,
                    NEW_CONTAINER_TIMEOUT,
                    HOSTNAME,
                    REST_SERVICE_PORT ->
                    throw new IllegalArgumentException(key + " has no bad value here");
        };
    }

    /** What a command shows or does by this setting, as it would be written. */
    private String effect(ConfigKey key, String... flags) {
        var printed = herd(command(key, flags));
        return switch (key) {
            case CLUSTER -> settings.get().herd();
            case JOIN ->
                    settings.get().join().stream().map(HostPort::toString).collect(joining(","));
            case BIND -> settings.get().bind().map(HostPort::toString).orElse("");
            case KEY -> settings.get().key().map(k -> fileOf(k.secret())).orElse("");
            case SOCKET -> sockets.get().stream().map(Path::toString).collect(joining(","));
            case DIRECT -> String.valueOf(sockets.get().isEmpty());
            case DEADLINE -> Durations.text(timeout.get());
            case NODE ->
                    printed.out()
                            .lines()
                            .map(line -> line.replaceFirst(".* ", ""))
                            .collect(joining(","));
            case JSON -> String.valueOf(printed.out().startsWith("{"));
            case QUIET -> String.valueOf(printed.out().matches("[0-9a-f]{12}\n"));
            case NO_TRUNC -> String.valueOf(printed.out().matches("[0-9a-f]{64}\n"));
            case DEBUG -> String.valueOf(printed.err().contains("    at "));
            case FORMAT -> shape(printed.out());
            case CREATE_TIMEOUT ->
                    Durations.text(Duration.ofSeconds(creation.get().plusMillis(999).toSeconds()));
            case TEMPLATES ->
                    printed.out().lines().map(name -> path("dir-" + name)).collect(joining());
            default -> checked(key, printed.out());
        };
    }

    /** A command on which this setting has an effect. */
    private String[] command(ConfigKey key, String... flags) {
        var command =
                switch (key) {
                    case NODE -> List.of("node", "ls", "--format", "{{.Name}}");
                    case JSON, QUIET, FORMAT, CLUSTER, JOIN, BIND, KEY, DIRECT, SOCKET, DEADLINE ->
                            List.of("ps");
                    case NO_TRUNC -> List.of("ps", "-q");
                    case DEBUG -> List.of("container", "create", "--template", "none");
                    case CREATE_TIMEOUT -> List.of("container", "create", "--image", "busybox");
                    case TEMPLATES -> List.of("template", "ls");
                    default -> List.of("agent", "--check-config");
                };
        var all = new ArrayList<>(command);
        all.addAll(List.of(flags));
        return all.toArray(String[]::new);
    }

    private static String shape(String out) {
        return switch (out.charAt(0)) {
            case '1' -> "1{{.Node}}";
            case '2' -> "2{{.Names}}";
            case '3' -> "3{{.State}}";
            default -> "";
        };
    }

    private static String checked(ConfigKey key, String table) {
        return table.lines()
                .filter(line -> line.startsWith(key.key() + " "))
                .map(line -> line.split(" +", -1)[1])
                .collect(joining());
    }

    private static String hostname() {
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String variable(ConfigKey key) {
        return key.variables().getFirst();
    }

    private static String flag(ConfigKey key, String value) {
        return value.equals("true") ? key.option() : key.option() + "=" + value;
    }

    private String fileOf(String secret) {
        return KEYS.entrySet().stream()
                .filter(key -> key.getValue().equals(secret))
                .map(key -> path(key.getKey()))
                .collect(joining());
    }

    private String policy(String name) {
        var file = home.resolve(name);
        try {
            Files.writeString(file, "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private String file(ConfigKey key, String value) throws Exception {
        return file("{\n\"%s\": \"%s\"}".formatted(key.key(), value));
    }

    private String file(String text) throws Exception {
        var directory = Files.createDirectories(home.resolve(".config/herd"));
        return Files.writeString(directory.resolve("herd.json"), text).toString();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (asked, joined, patience) -> {
                    sockets.set(asked);
                    settings.set(joined);
                    timeout.set(patience);
                    return new Herd(cluster, patience);
                },
                Unattended.in(environment, Optional.empty()),
                arguments);
    }
}
