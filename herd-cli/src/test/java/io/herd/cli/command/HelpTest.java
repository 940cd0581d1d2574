package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.completion.CommandModelReader;
import io.herd.cli.manual.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the help of every command, also of one that does not exist yet. */
class HelpTest {

    static Stream<Topic> commands() {
        return new CommandModelReader(Unattended.in(Map.of(), Optional.empty())).herd().all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itIsNoWiderThanATerminal(Topic command) {
        assertThat(help(command).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itBeginsAsTheManualDoes(Topic command) {
        assertThat(help(command)).startsWith("Usage: " + command.usage() + "\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everythingIsExplainedInSentences(Topic command) {
        assertThat(command.description()).isNotEmpty().allSatisfy(HelpTest::assertSentence);
        assertThat(command.flags()).allSatisfy(flag -> assertSentence(flag.description()));
        assertThat(command.operands())
                .filteredOn(operand -> !operand.description().isEmpty())
                .allSatisfy(operand -> assertSentence(operand.description()));
    }

    private static void assertSentence(String text) {
        assertThat(text).matches("(?s)[A-Z].*\\.");
    }

    private static String help(Topic command) {
        var arguments = Stream.concat(command.path().stream(), Stream.of("--help"));
        return Unattended.herd(
                        (_, _, _) -> {
                            throw new IllegalStateException("help asks nobody");
                        },
                        Unattended.in(Map.of(), Optional.empty()),
                        arguments.toArray(String[]::new))
                .out();
    }
}
