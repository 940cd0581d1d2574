package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print the script that completes herd's commands and names in a shell.")
final class CompletionCommand implements HerdCommand.Anywhere {

    private static final Map<String, String> FILES =
            Map.of("bash", "herd.bash", "zsh", "_herd", "fish", "herd.fish");

    @Parameters(paramLabel = "SHELL", description = "One of bash, zsh and fish.")
    String shell = "";

    @Override
    public Report call() throws IOException, UsageException {
        var file = FILES.get(shell);
        if (file == null) {
            throw new UsageException(
                    "there is no completion for '%s': use bash, zsh or fish".formatted(shell));
        }
        try (var in = CompletionCommand.class.getResourceAsStream("/completions/" + file)) {
            return Report.text(new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8));
        }
    }
}
