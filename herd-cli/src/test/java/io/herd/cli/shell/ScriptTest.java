package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.flow.MemoryConsole;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private final TestHerd herd = new TestHerd();
    private final MemoryConsole console = new MemoryConsole();

    @Test
    void eachLineIsACommandAndNoneIsEchoed() {
        assertThat(
                        run(
                                "container create --image busybox --name web",
                                "herd ps -a --format {{.Names}}",
                                ""))
                .isZero();

        assertThat(console.printed()).matches("[0-9a-f]{64}\nweb\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(run("\uFEFFversion")).isZero();
        assertThat(console.printed()).startsWith("herd ");
    }

    @Test
    void theHerdIsJoinedOnceAndOnlyWhenItIsNeeded() {
        run("version");
        assertThat(herd.joins).hasValue(0);

        run("ps", "node ls", "ps --deadline 3s");
        assertThat(herd.joins).hasValue(1);
    }

    @Test
    void theLastCommandsStatusIsTheScripts() {
        assertThat(run("container start none", "# a comment is no command", "")).isEqualTo(4);
        assertThat(run("container start none", "version")).isZero();
        assertThat(run("container start none", "exit", "version")).isEqualTo(4);
        assertThat(run("")).isZero();
    }

    @Test
    void aLineThatFailsDoesNotKeepTheNextFromBeingRun() {
        assertThat(run("nope", "version")).isZero();

        assertThat(console.told())
                .isEqualTo(
                        "herd: unknown command 'nope' for 'herd'\n      did you mean 'herd node'? Or see 'herd --help'\n");
        assertThat(console.printed()).startsWith("herd ");
    }

    @Test
    void aLineGoesOnBehindABackslashOrInAQuote() {
        run("container create --image busybox \\", "  --name 'web'");
        run("ps -a --format 'x", "{{.Names}}'");

        assertThat(console.printed()).endsWith("x\nweb\n");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNotRun() {
        assertThat(run("version 'x", "version")).isEqualTo(2);

        assertThat(console.printed()).isEmpty();
        assertThat(console.told())
                .contains("a quote, '\\', '&&' or '||' at the end has nothing behind it");
    }

    @Test
    void commandsOfOneLineAreRunOneAfterTheOther() {
        assertThat(run("nope; version && ps -q -a || nope")).isZero();
        assertThat(console.printed()).startsWith("herd ");
        assertThat(run("nope && version")).isEqualTo(2);
        assertThat(run("version || nope", "nope || version &&", "ps -q")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '"',
            value = {
                "version | grep herd -> this shell has no '|': use 'herd … | COMMAND' in your own shell, or quotes",
                "version >out -> this shell has no '>': use 'herd … > FILE' in your own shell, or quotes",
                "version >> out -> this shell has no '>': use 'herd … > FILE' in your own shell, or quotes",
                "version; ps < in -> this shell has no '<': use 'herd … < FILE' in your own shell, or quotes",
                "version & -> this shell has no '&': use 'herd … &' in your own shell, or quotes",
                "&& version -> there is no command in front of '&'",
                "version ;; ps -> there is no command in front of ';'"
            })
    void whatOnlyAnotherShellCanDoIsSaidAndNothingIsRun(String line, String why) {
        assertThat(run(line)).isEqualTo(2);

        assertThat(console.printed()).isEmpty();
        assertThat(console.told()).startsWith("herd: " + why + "\n");
    }

    @Test
    void thereIsNobodyToWatchOrToAsk() {
        assertThat(run("watch ps")).isEqualTo(2);
        assertThat(run("clear")).isEqualTo(2);
        assertThat(run("history")).isEqualTo(2);
        assertThat(run("container prune")).isEqualTo(2);

        assertThat(console.told())
                .contains(
                        "'watch' needs a terminal",
                        "'clear' needs a terminal",
                        "'history' needs a terminal",
                        "there is no terminal to ask on: use -f");
    }

    @Test
    void aShellInAShellIsWrongUsage() {
        assertThat(run("shell")).isEqualTo(2);

        assertThat(console.told()).contains("this is a shell of herd already");
    }

    @Test
    void withoutAnAgentEachCommandSaysSoAndTheRestIsRun() {
        herd.go("a", "b");

        assertThat(run("ps", "version", "ps")).isEqualTo(5);

        assertThat(console.told()).isEqualTo("herd: no agent answers\nherd: no agent answers\n");
        assertThat(console.printed()).startsWith("herd ");
    }

    @Test
    void helpHasAlsoWhatOnlyTheShellKnows() {
        assertThat(run("help")).isZero();

        assertThat(console.printed()).contains("Usage: herd", "watch [-n SECONDS] COMMAND");
    }

    private int run(String... lines) {
        var script = new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8));
        return new Script(herd, script, console, 0)
                .run(List.of(), TestHerd.SETTINGS, herd.context(console))
                .code();
    }
}
