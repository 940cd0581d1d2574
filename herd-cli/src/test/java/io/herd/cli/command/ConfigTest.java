package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.HostPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    // As in DockerMod's own description, and what it could have besides.
    private static final String SEED =
            """
            {
              "main": "com.deblox.docker.DockerMod",
              "services": ["", ""],
              "clusterAddress": "deblox",
              "dockerHost": "localhost",
              "dockerPort": 5555,
              "announceInterval": 1250,
              "trackingServiceInterval": 10000,
              "taskTimeout": 2500,
              "newContainerTimeout": 15000,
              "hostname": "sthmaclt009.local",
              "restServicePort": 8080
            }
            """;

    @TempDir Path home;

    private final AtomicReference<ClusterSettings> settings = new AtomicReference<>();
    private final AtomicReference<Duration> timeout = new AtomicReference<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nothingElseIsRead() {
        environment.put("HOME", home.toString());
    }

    @Test
    void aFlagBeatsTheEnvironmentBeatsTheFileBeatsTheDefault() throws Exception {
        var file =
                config("{\"cluster\":\"file\",\"deadline\":\"7s\",\"join\":[\"h1\",\"h2:7000\"]}");

        herd("ps", "--config", file);
        assertThat(settings.get().herd()).isEqualTo("file");
        assertThat(timeout.get()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.get().join())
                .containsExactly(new HostPort("h1", 7800), new HostPort("h2", 7000));

        environment.put("HERD_CLUSTER", "environment");
        herd("ps", "--config=" + file);
        assertThat(settings.get().herd()).isEqualTo("environment");

        herd("ps", "--config", file, "--cluster", "flag");
        assertThat(settings.get().herd()).isEqualTo("flag");

        herd("ps", "--cluster", "flag");
        assertThat(timeout.get()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theUsersFileIsFoundByItself() throws Exception {
        var own = Files.createDirectories(home.resolve(".config/herd"));
        Files.writeString(own.resolve("herd.json"), "{\"cluster\":\"own\"}");

        herd("ps");

        assertThat(settings.get().herd()).isEqualTo("own");
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        environment.put("HERD_CONFIG", home.resolve("none.json").toString());

        assertThat(herd("ps").err()).contains("no configuration file").contains("none.json");
        assertThat(herd("ps").exit()).isEqualTo(2);
        assertThat(herd("ps", "--help").exit()).isZero();
    }

    @Test
    void commentsAreNoPartOfIt() throws Exception {
        var file =
                config(
                        """
                        // first /* line
                        { /* "cluster": "no",
                          */ "cluster": "a//b/*c", // "x"
                          "no-trunc": true
                        }
                        """);

        assertThat(herd("ps", "--config", file).err()).isEmpty();
        assertThat(settings.get().herd()).isEqualTo("a//b/*c");
    }

    @Test
    void aFileWithoutEndIsNotCutShort() {
        var printed = herd("ps", "--config", "/dev/zero");

        assertThat(printed.err()).contains("cannot read /dev/zero: it has more than 1 MiB");
        assertThat(printed.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'clutser': 'x'}             | 2: unknown key 'clutser': allowed are cluster, join,",
                "{'deadline': 'soon'}         | 2: 'deadline': invalid duration 'soon'",
                "{'taskTimeout': 2.5}         | 2: 'taskTimeout': invalid number '2.5': use 1 to",
                "{'restServicePort': 99999}   | 2: 'restServicePort': invalid number '99999': use 1 to 65535",
                "{'json': 1}                  | 2: 'json': '1' is not true or false",
                "{'cluster': ['a', 'b']}      | 2: 'cluster': it takes one value and no list",
                "{'cluster': null}            | 2:1: 'cluster' is not what was expected",
                "{'join': 'h:port'}           | 2: 'join': invalid address 'h:port'",
                "{'name': 'a b'}              | 2: 'name': invalid node name 'a b'",
                "{'label': ['a=b', 'c']}      | 2: 'label': invalid label 'c': use K=V",
                "{'http': 'a,b'}              | 2: 'http': invalid address 'a,b'",
                "{'dockerHost': 'x'}          | 2: 'dockerHost' and 'dockerPort' go together",
                "{'cluster':1,'clusterAddress':2} | 2: 'clusterAddress' says what",
                "{'cluster' 'x'}              | 2:12: expected ':'",
                "{} /*                        | 2:4: this comment is not closed"
            })
    void whatIsWrongIsNamedWithItsFileAndLine(String text, String message) throws Exception {
        var file = config("\n" + text.strip().replace('\'', '"'));

        var printed = herd("ps", "--config", file);

        assertThat(printed.err()).startsWith("herd: " + file + ":" + message);
        assertThat(printed.exit()).isEqualTo(2);
    }

    @Test
    void theConfigurationOfDockerModIsUnderstood() throws Exception {
        var file = config(SEED);

        var printed = herd("agent", "--check-config", "--config", file);

        assertThat(printed.exit()).isZero();
        assertThat(printed.out())
                .containsPattern("(?m)^SETTING +VALUE +FROM")
                .containsPattern("(?m)^cluster +deblox +.*conf.json:4$")
                .containsPattern("(?m)^docker +tcp://localhost:5555 +.*conf.json:5$")
                .containsPattern("(?m)^deadline +2500ms +.*conf.json:9$")
                .containsPattern("(?m)^create-timeout +15s +.*conf.json:10$")
                .containsPattern("(?m)^name +sthmaclt009.local +.*conf.json:11$")
                .containsPattern("(?m)^http +127.0.0.1:8080 +.*conf.json:12$")
                .containsPattern("(?m)^bind +127.0.0.1:7800 +default$");
        assertThat(printed.err())
                .contains(
                        "conf.json:2: 'main' has no meaning any more",
                        "conf.json:3: 'services' has",
                        "conf.json:7: 'announceInterval' has",
                        "conf.json:8: 'trackingServiceInterval' has");
        herd("ps", "--config", file);
        assertThat(timeout.get()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void aTimeoutIsShownAsItIsWritten() {
        assertThat(herd("agent", "--check-config", "--deadline", "30s").out())
                .containsPattern("(?m)^deadline +30s +--deadline$")
                .containsPattern("(?m)^name +\\S+ +default$");
    }

    @Test
    void theDaemonOfTheEnvironmentBeatsThatOfTheFile() throws Exception {
        environment.put("DOCKER_HOST", "unix:///run/other.sock");

        assertThat(herd("agent", "--check-config", "--config", config(SEED)).out())
                .containsPattern("(?m)^docker +unix:///run/other.sock +DOCKER_HOST$");
    }

    @Test
    void aDaemonThatIsNoneIsFoundByTheCheck() {
        var printed = herd("agent", "--check-config", "--docker", "here");

        assertThat(printed.err()).contains("invalid Docker endpoint 'here'");
        assertThat(printed.exit()).isEqualTo(2);
    }

    private static InProcessCluster oneNode() {
        return new InProcessCluster().with("a", new MemoryEngine());
    }

    private String config(String text) throws Exception {
        return Files.writeString(home.resolve("conf.json"), text).toString();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, joined, patience) -> {
                    settings.set(joined);
                    timeout.set(patience);
                    return new Herd(oneNode(), patience);
                },
                Unattended.in(environment, Optional.of(home)),
                arguments);
    }
}
