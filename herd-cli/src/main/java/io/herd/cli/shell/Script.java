package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.flow.Console;
import io.herd.cli.render.Exit;
import io.herd.cluster.ClusterSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs the lines of a script from an input stream: no prompt, no questions, and no command reads
 * the other lines as its input. A line that fails does not stop the script.
 */
public final class Script implements ShellRunner {

    private final Connector connector;
    private final InputStream in;
    private final Console console;
    private final int width;

    /**
     * @param console for the commands of the lines; without input
     * @param width columns of the terminal, 0 if the output is none
     */
    public Script(Connector connector, InputStream in, Console console, int width) {
        this.connector = connector;
        this.in = in;
        this.console = console;
        this.width = width;
    }

    @Override
    public Exit run(List<Path> sockets, ClusterSettings settings, CommandContext context) {
        var lines = new WholeLines(in, _ -> {});
        try (var joined = new Joined(connector, sockets, settings)) {
            var inside = context.at(Optional.empty(), console);
            var interpreter = new Interpreter(new Running(joined, inside, new Out(console), width));
            var line = lines.next("");
            while (line.isPresent() && interpreter.take(line.get())) {
                line = lines.next("");
            }
            return new Exit(interpreter.status());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script: " + e.getMessage(), e);
        }
    }

    private record Running(Connector connector, CommandContext context, Out out, int width)
            implements Runner {

        @Override
        public int run(List<String> arguments) {
            return out.print(CommandRun.of(arguments, connector, context), width);
        }

        @Override
        public int watch(ShellCommandLine.Watch line) {
            return wrong("'watch' needs a terminal");
        }

        @Override
        public int history() {
            return wrong("'history' needs a terminal; or the name of an image");
        }

        @Override
        public int clear() {
            return wrong("'clear' needs a terminal");
        }

        @Override
        public int help() {
            return out.help(CommandRun.of(List.of("--help"), connector, context));
        }

        @Override
        public int wrong(String why) {
            return out.wrong(why);
        }
    }
}
