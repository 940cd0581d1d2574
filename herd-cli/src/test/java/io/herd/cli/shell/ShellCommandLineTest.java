package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandLineTest {

    @Test
    void aCommandMayHaveHerdInFront() {
        assertThat(typed("ps -a")).isEqualTo(new ShellCommandLine.Run(List.of("ps", "-a")));
        assertThat(typed("herd ps -a")).isEqualTo(new ShellCommandLine.Run(List.of("ps", "-a")));
        assertThat(typed("herd")).isEqualTo(new ShellCommandLine.Help());
    }

    @Test
    void helpIsForTheShellOrForACommand() {
        assertThat(typed("help")).isEqualTo(new ShellCommandLine.Help());
        assertThat(typed("help node ls"))
                .isEqualTo(new ShellCommandLine.Run(List.of("node", "ls", "--help")));
    }

    @Test
    void historyIsTheShellsUnlessItNamesAnImage() {
        assertThat(typed("history")).isEqualTo(new ShellCommandLine.History());
        assertThat(typed("history busybox"))
                .isEqualTo(new ShellCommandLine.Run(List.of("history", "busybox")));
        assertThat(typed("clear")).isEqualTo(new ShellCommandLine.Clear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "quit", "herd exit"})
    void exitLeaves(String line) {
        assertThat(typed(line)).isEqualTo(new ShellCommandLine.Leave());
    }

    @ParameterizedTest
    @CsvSource({
        "watch ps -a,           2000, ps -a",
        "watch -n 5 node ls,    5000, node ls",
        "watch -n 0.5 herd ps,   500, ps",
        "watch ps -n 3,         2000, ps -n 3"
    })
    void whatIsWatchedHasItsOwnOptions(String line, long millis, String command) {
        assertThat(typed(line))
                .isEqualTo(
                        new ShellCommandLine.Watch(
                                Duration.ofMillis(millis), List.of(command.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "watch          | 'watch' needs a command: use 'watch [-n SECONDS] COMMAND'",
                "watch -n 3     | 'watch -n' needs seconds and a command: use 'watch [-n SECONDS] COMMAND'",
                "watch -n x ps  | invalid number of seconds 'x': use 0.1 or more",
                "watch -n 0 ps  | invalid number of seconds '0': use 0.1 or more",
                "watch -n -1 ps | invalid number of seconds '-1': use 0.1 or more",
                "watch exit     | 'exit' cannot be watched: use 'watch [-n SECONDS] COMMAND'",
                "watch watch ps | 'watch' cannot be watched: use 'watch [-n SECONDS] COMMAND'",
                "exit 3         | 'exit' takes no arguments",
                "agent --http 1 | an agent does not run in a shell: start 'herd agent' by itself"
            })
    void whatIsWrongIsSaidWithTheMend(String line, String why) {
        assertThat(typed(line))
                .asInstanceOf(InstanceOfAssertFactories.type(ShellCommandLine.Wrong.class))
                .extracting(ShellCommandLine.Wrong::why)
                .isEqualTo(why);
    }

    private static ShellCommandLine typed(String line) {
        return ShellCommandLine.of(List.of(line.split(" ")));
    }
}
