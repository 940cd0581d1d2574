package io.herd.cli.command.keep;

import io.herd.agent.Keeper;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description =
                "Stay in the herd for commands that would join it likewise, until none has come for as long as --keep says.",
        footer = {
            "",
            "This is what a command with --keep leaves in the background. By hand it shows what becomes of it."
        })
public final class KeepStart implements HerdCommand.Callers {

    @Option(
            names = "--marked",
            hidden = true,
            description = "A command has started it, and marked that it begins.")
    boolean marked;

    private final Globals globals;

    public KeepStart(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var keeping = globals.herd().keeping();
        var keeper =
                Keeper.join(
                        globals.herd().settings(0),
                        keeping.ownSocket(),
                        globals.context().commands());
        boolean wanted = keeping.begun() || !marked;
        if (keeper.isPresent()) {
            try (var joined = keeper.get()) {
                if (wanted) {
                    joined.stay(keeping.idle());
                }
            }
        }
        return Report.text("");
    }
}
