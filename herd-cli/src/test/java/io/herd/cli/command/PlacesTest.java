package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.context.HerdCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Each command says where it can run, and the launcher knows those that need the user's process.
 */
class PlacesTest {

    private static final Path LAUNCHER = Path.of("src/main/dist/bin/herd");

    // Groups whose commands all need the user's process.
    private static final Set<String> WHOLE = Set.of("key", "keep", "user");

    private final CommandSpec herd = Commands.all(Unattended.in(Map.of(), Optional.empty()));

    @Test
    void eachCommandSaysWhereItCanRun() {
        herd.subcommands().values().forEach(PlacesTest::says);
    }

    private static void says(CommandLine line) {
        if (line.getSubcommands().isEmpty()) {
            assertThat(line.<Object>getCommand())
                    .as(line.getCommandSpec().qualifiedName())
                    .isInstanceOf(HerdCommand.class);
        } else {
            line.getSubcommands().values().forEach(PlacesTest::says);
        }
    }

    // Else each of them would start a second time.
    @Test
    void theLauncherDoesNotAskTheAgentToRunWhatNeedsTheUsersProcess() throws IOException {
        var known = new TreeSet<String>();
        var list =
                Pattern.compile(
                        "^ +([a-z| ]+)\\) (return 1|detaches|sends_input)", Pattern.MULTILINE);
        list.matcher(Files.readString(LAUNCHER))
                .results()
                .forEach(found ->
                        known.addAll(
                                Pattern.compile(" \\| ").splitAsStream(found.group(1)).toList()));

        var own = new TreeSet<String>();
        collect(herd, own);

        assertThat(known).containsExactlyInAnyOrderElementsOf(own);
    }

    // Whether 'exec' and 'run' do depends on their options.
    private static void collect(CommandSpec group, Set<String> own) {
        group.subcommands()
                .forEach((name, line) -> {
                    if (line.getCommand() instanceof HerdCommand.Callers) {
                        own.add(WHOLE.contains(group.name()) ? group.name() : name);
                    }
                    if (name.equals("exec") || name.equals("run")) {
                        own.add(name);
                    }
                    collect(line.getCommandSpec(), own);
                });
    }
}
