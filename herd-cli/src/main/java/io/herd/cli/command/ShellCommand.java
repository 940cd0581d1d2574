package io.herd.cli.command;

import io.herd.cli.command.option.Globals;
import io.herd.cli.config.ConfigKey;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "shell",
        description =
                "Run commands line by line, without 'herd' in front, and stay joined in between.",
        footer = {
            "",
            "What is piped in is run as a script. Options given here are the defaults of every line."
        })
final class ShellCommand implements HerdCommand.Callers {

    @Spec @Nullable CommandSpec spec;

    private final Globals globals;

    ShellCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var exit =
                globals.user()
                        .shell()
                        .run(
                                globals.herd().sockets(),
                                globals.herd().settings(0),
                                globals.context().inShell(environment()));
        return new Report(new View.Text(""), Coverage.none(), List.of(), List.of(), exit);
    }

    // As variables, the shell's own options are overridden by those of a line, and override the
    // configuration.
    private Map<String, String> environment() {
        var environment = new HashMap<>(globals.context().environment());
        for (var line = Objects.requireNonNull(spec).commandLine();
                line != null;
                line = line.getParent()) {
            for (var option : line.getParseResult().matchedOptions()) {
                environment.put(
                        ConfigKey.variable(option.longestName()),
                        String.join(",", option.stringValues()));
            }
        }
        return environment;
    }
}
