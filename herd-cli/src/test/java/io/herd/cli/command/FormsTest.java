package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.option.TimestampOption;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.EngineException;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed means what it means to docker. */
class FormsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir Path home;

    private final MemoryEngine engine = new MemoryEngine("busybox");
    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "-e -q, Env, '[\"-q\"]'",
        "--hostname=-h, Hostname, '\"-h\"'",
        "--label --json, Labels, '{\"--json\":\"\",'",
        "-e ps, Env, '[\"ps\"]'",
        "-w run, WorkingDir, '\"run\"'",
        "--add-host h=1.2.3.4, ExtraHosts, '[\"h:1.2.3.4\"]'",
        "--add-host h:1.2.3.4, ExtraHosts, '[\"h:1.2.3.4\"]'",
        "--add-host h=::1, ExtraHosts, '[\"h:::1\"]'",
        "--cpus .5, NanoCpus, 500000000",
        "--cpus 2., NanoCpus, 2000000000",
        "-m .5g, Memory, 536870912",
        "-m 1.5m, Memory, 1572864"
    })
    void anOptionReachesTheFormAsDockerReadsIt(String options, String field, String value) {
        assertThat(form(options.split(" ", -1))).contains("\"" + field + "\":" + value);
    }

    @Test
    void anArgumentThatBeginsWithAnAtIsItself() throws Exception {
        var file = Files.writeString(home.resolve("payload"), "a b");

        assertThat(form("-e", "A=@" + file, "busybox", "echo", "@" + file))
                .contains("\"Cmd\":[\"echo\",\"@" + file + "\"]", "\"A=@" + file + "\"");
    }

    @Test
    void aVariableThatIsEmptyHereIsEmptyThereAndOneThatIsNotSetIsRemoved() {
        environment.put("EMPTY", "");
        environment.put("FULL", "x");

        assertThat(form("-e", "EMPTY", "-e", "FULL", "-e", "UNSET"))
                .contains("\"Env\":[\"EMPTY=\",\"FULL=x\",\"UNSET\"]");
    }

    @Test
    void aFileOfVariablesIsReadByDockersRules() throws Exception {
        environment.put("HERE", "yes");
        environment.put("EMPTY", "");
        var file =
                Files.writeString(
                        home.resolve("env"),
                        "\uFEFFA=1\n# no\n\n  B=2 \r\nC=x\ry\nHERE\nEMPTY\nUNSET\nD=#=\nE=");

        assertThat(form("--env-file", file.toString()))
                .contains(
                        "\"Env\":[\"A=1\",\"B=2 \",\"C=x\\ry\",\"HERE=yes\",\"EMPTY=\",\"D=#=\",\"E=\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'A B=1', the variable 'A B' contains a space",
        "'export A=1', the variable 'export A' contains a space",
        "'A =1', the variable 'A ' contains a space",
        "'A\tB', contains a space",
        "'=1', there is no name before the '='"
    })
    void aLineThatDockerRefusesIsNamed(String line, String why) throws Exception {
        var file = Files.writeString(home.resolve("env"), "OK=1\n" + line + "\n");

        var refused = herd("run", "-d", "--env-file", file.toString(), "busybox");

        assertThat(refused.err()).contains(file + ":2: ", why);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(engine.calls()).doesNotContain(MemoryEngine.Call.CREATE);
    }

    @Test
    void aFileOfVariablesMustBeUtf8() throws Exception {
        var file = Files.write(home.resolve("env"), "A=ä\n".getBytes(ISO_8859_1));

        assertThat(herd("run", "-d", "--env-file", file.toString(), "busybox").err())
                .contains("is not valid UTF-8");
        Files.write(file, "A=ä\n".getBytes(UTF_8));
        assertThat(form("--env-file", file.toString())).contains("\"Env\":[\"A=ä\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run -d", "container create --image"})
    void anEmptyImageIsRefused(String command) {
        var words = (command + " |").split(" ", -1);
        words[words.length - 1] = "";

        var refused = herd(words);

        assertThat(refused.err()).contains("the image is empty");
        assertThat(refused.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5h, 2026-06-01T10:30:00Z",
        "1h30m, 2026-06-01T10:30:00Z",
        "500ms, 2026-06-01T11:59:59.500Z",
        "1m30.5s, 2026-06-01T11:58:29.500Z",
        ".5m, 2026-06-01T11:59:30Z",
        "0s, 2026-06-01T12:00:00Z",
        "100us, 2026-06-01T11:59:59.999900Z",
        "2026-01-31Z, 2026-01-31T00:00:00Z",
        "2026-01-31T12Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:30Z, 2026-01-31T12:30:00Z",
        "2026-01-31T12:30:15Z, 2026-01-31T12:30:15Z",
        "2026-01-31T12:30:15.123456789Z, 2026-01-31T12:30:15.123456789Z",
        "2026-01-31T12:30:15.5Z, 2026-01-31T12:30:15.500Z",
        "2026-01-31T12:30:15.12345Z, 2026-01-31T12:30:15.123450Z",
        "2026-01-31T12:30:15.1234567Z, 2026-01-31T12:30:15.123456700Z",
        "2026-01-31T12+02:00, 2026-01-31T10:00:00Z",
        "1700000000, 2023-11-14T22:13:20Z"
    })
    void aTimeIsReadAsDockerReadsIt(String text, Instant moment) {
        var seconds = TimestampOption.parse(text, NOW).seconds().split("\\.", -1);
        var nanos = seconds.length == 1 ? 0 : Long.parseLong(seconds[1]);
        assertThat(Instant.ofEpochSecond(Long.parseLong(seconds[0]), nanos)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "1x",
                "h",
                "1h2",
                "2026-13-01",
                "2026-02-30",
                "2026-01-31T25",
                "2026-01-31T12.5Z",
                "2026-01-31 12:00",
                "9999999999999h"
            })
    void whatIsNoTimeIsNamed(String text) {
        assertThat(herd("logs", "--since", text, "x").err())
                .contains("invalid time '" + text + "': use one such as");
    }

    /** The form that the daemon gets. */
    private String form(String... options) {
        var words = new ArrayList<>(List.of("run", "-d"));
        words.addAll(List.of(options));
        if (!words.contains("busybox")) {
            words.add("busybox");
        }
        var created = herd(words.toArray(String[]::new));
        assertThat(created.exit()).as(created.err()).isZero();
        try {
            return engine.formOf(created.out().strip()).text();
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    private Printed herd(String... arguments) {
        var cluster = new InProcessCluster().with("a", engine);
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.empty()),
                arguments);
    }
}
