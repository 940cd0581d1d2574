package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.render.Exit;
import io.herd.model.Legible;
import java.util.List;

/** The interactive shell: reads lines from the editor and runs them, until there are no more. */
final class Dialogue implements Runner, AutoCloseable {

    private final Joined joined;
    private final ShellTerminal desk;
    private final CommandContext context;
    private final RecentNames names;
    private final Out out;
    private final Interpreter interpreter = new Interpreter(this);
    private final Editor editor;

    /**
     * @param context the context of each line
     */
    Dialogue(Joined joined, ShellTerminal desk, CommandContext context) {
        this.joined = joined;
        this.desk = desk;
        this.context = context;
        this.names = new RecentNames(joined, context);
        this.out = new Out(desk.console());
        this.editor =
                desk.editor(this::prompt, new Suggestions(context, names), context.historyFile());
    }

    private String prompt() {
        return new Prompt(joined.name(), joined.up(), joined.seen(), interpreter.status())
                .text(desk.console().colour());
    }

    /** Runs the shell; returns how the last line ended. */
    Exit run() {
        out.line("'help' shows all commands, Tab completes, Ctrl-D leaves.");
        try (var _ = ConnectionMonitor.start(joined, editor)) {
            while (take(editor.read())) {}
            return new Exit(interpreter.status());
        }
    }

    private boolean take(Editor.Read read) {
        return switch (read) {
            case Editor.Read.Line(var text) -> interpreter.take(text);
            case Editor.Read.Dropped _ -> true;
            case Editor.Read.End _ -> false;
        };
    }

    @Override
    public int run(List<String> arguments) {
        var command = new Foreground(arguments, joined, context);
        // Before it runs, so that no Ctrl-C comes too early.
        try (var _ = editor.interrupts(command::cancel)) {
            var ran = command.run();
            names.forget();
            if (ran.isPresent()) {
                return out.print(ran.get(), desk.tty().size().columns());
            }
            // Ends the line on which the terminal has printed ^C.
            out.line("");
            return Link.INTERRUPTED;
        }
    }

    @Override
    public int watch(ShellCommandLine.Watch line) {
        if (!desk.isScreen()) {
            return wrong("'watch' needs a terminal that can be painted");
        }
        return new Watch(line, joined, context, desk.tty())
                .run()
                .map(out::unwritten)
                .orElse(Exit.OK.code());
    }

    @Override
    public int history() {
        int number = 1;
        for (var line : editor.history()) {
            out.line("%5d  %s".formatted(number++, Legible.of(line)));
        }
        return Exit.OK.code();
    }

    @Override
    public int clear() {
        if (!desk.isScreen()) {
            return wrong("'clear' needs a terminal that can be painted");
        }
        editor.clear();
        return Exit.OK.code();
    }

    @Override
    public int help() {
        return out.help(CommandRun.of(List.of("--help"), joined, context));
    }

    @Override
    public int wrong(String why) {
        return out.wrong(why);
    }

    @Override
    public void close() {
        editor.close();
    }
}
