package io.herd.cli.command;

import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the same as {@code --help}, for whoever types it in front. */
@Command(name = "help", description = "Show help for a command.")
final class HelpCommand implements HerdCommand.Anywhere {

    @Parameters(arity = "0..*", paramLabel = "COMMAND")
    List<String> words = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    CommandSpec spec;

    @Override
    public Report call() throws UsageException {
        CommandLine command = spec.root().commandLine();
        for (var word : words) {
            var next = command.getSubcommands().get(word);
            if (next == null) {
                throw new UsageException(
                        Unmatched.message(word, command.getCommandSpec())
                                + ", see '%s --help'"
                                        .formatted(command.getCommandSpec().qualifiedName()));
            }
            command = next;
        }
        return Report.text(command.getUsageMessage());
    }
}
