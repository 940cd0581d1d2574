package io.herd.cli.command.container;

import io.herd.action.Action.StartExec;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.Window;
import io.herd.cli.command.option.CallerOptions;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Talk;
import io.herd.cli.flow.Tty;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.cli.stream.ContainerStreams;
import io.herd.herd.Opened;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        description = "Execute a command in a running container. The exit code is the command's.")
public final class ContainerExec implements Callable<Report> {

    // The window size when there is no terminal.
    private static final Window USUAL = new Window(24, 80);

    @Mixin CallerOptions caller = new CallerOptions();

    @Option(
            names = {"-d", "--detach"},
            description = "Detached mode: run command in the background.")
    boolean detached;

    @Option(
            names = {"-w", "--workdir"},
            paramLabel = "PATH",
            description = "Working directory inside the container.")
    @Nullable String directory;

    @Option(names = "--privileged", description = "Give extended privileges to the command.")
    boolean privileged;

    @Parameters(
            index = "0",
            paramLabel = "CONTAINER",
            converter = Converters.Ref.class,
            completionCandidates = CompletionCandidates.Running.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Globals globals;

    public ContainerExec(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var variables = caller.variables(globals.context());
        return detached ? start(variables) : talk(variables);
    }

    private Report start(List<String> variables) throws Exception {
        var window = caller.terminal ? Optional.of(USUAL) : Optional.<Window>empty();
        try (var herd = globals.herd().connect()) {
            return ContainerReport.started(
                    herd.act(
                                    globals.options().who(),
                                    List.of(container),
                                    id -> new StartExec(exec(id, variables, window, false)),
                                    Duration.ZERO)
                            .getFirst());
        }
    }

    private Report talk(List<String> variables) throws Exception {
        var tty =
                caller.terminal && caller.interactive
                        ? Optional.of(globals.user().tty())
                        : Optional.<Tty>empty();
        var window =
                tty.map(Tty::size)
                        .or(() -> caller.terminal ? Optional.of(USUAL) : Optional.empty());
        try (var herd = globals.herd().connect()) {
            var opened =
                    herd.open(
                            globals.options().who(),
                            container,
                            id -> exec(id, variables, window, caller.interactive));
            return ContainerStreams.one(opened, flowing -> talk(flowing, tty));
        }
    }

    // Ctrl-\ leaves the command, as with docker; signals are not passed to the process.
    private Ending talk(Opened.Flowing flowing, Optional<Tty> tty) {
        var console = globals.user().console();
        var talk = new Talk(flowing.session(), console);
        if (tty.isPresent()) {
            return talk.run(tty.get());
        }
        var quit = new AtomicBoolean();
        Runnable leave =
                () -> {
                    quit.set(true);
                    flowing.session().close();
                };
        try (var _ = console.quits(leave)) {
            var ending = talk.run(caller.interactive);
            return quit.get() ? new Ending.Interrupted() : ending;
        }
    }

    private Exec exec(String id, List<String> variables, Optional<Window> window, boolean input) {
        return new Exec(
                id,
                command,
                variables,
                Optional.ofNullable(directory),
                caller.user(),
                privileged,
                window,
                input);
    }
}
