package io.herd.cli.command.container;

import io.herd.action.Action.StartExec;
import io.herd.action.Streaming.Exec;
import io.herd.action.Streaming.Window;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.CallerOptions;
import io.herd.cli.command.option.CommandRunner;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.DetachKeys;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Talk;
import io.herd.cli.flow.Tty;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.cli.stream.ContainerStreams;
import io.herd.cli.stream.PrefixedStreams;
import io.herd.herd.Opened;
import io.herd.herd.answer.ContainerLocation;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        description =
                "Execute a command in a running container, or in several. The exit code is the command's; of several, the largest.")
public final class ContainerExec implements HerdCommand, CommandRunner {

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

    @Mixin DetachKeys detaching = new DetachKeys();

    @Option(names = "--privileged", description = "Give extended privileges to the command.")
    boolean privileged;

    @Option(names = "--all", description = "Instead of CONTAINER: all containers that run.")
    boolean all;

    @Mixin ShortFilters filters = new ShortFilters();

    // Of several containers, it is the first word of the command.
    @Parameters(
            index = "0",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Running.class)
    String first = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND")
    List<String> rest = List.of();

    private final Globals globals;

    public ContainerExec(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        boolean sends = caller.interactive && !detached;
        return sends || !caller.readsNoFile() ? Place.CALLERS : Place.ANYWHERE;
    }

    @Override
    public Report call() throws Exception {
        var each = each();
        var command = several() ? words() : rest;
        if (command.isEmpty()) {
            throw new UsageException("what is to be run in '%s'? Add a COMMAND".formatted(first));
        }
        var order =
                new Order(
                        command,
                        caller.variables(globals.context()),
                        Optional.ofNullable(directory),
                        caller.user(),
                        privileged,
                        detaching.keys(!detached && caller.typed(), globals.user()));
        return detached
                ? start(each, order)
                : several() ? everywhere(each, order) : talk(each.named().getFirst(), order);
    }

    private boolean several() {
        return all || !filters.given().isEmpty();
    }

    private List<String> words() {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private EachContainer each() throws UsageException {
        if (all && !filters.given().isEmpty()) {
            throw new UsageException(
                    "--all is one too many: --filter and --label select the containers");
        }
        if (several() && (caller.terminal || caller.interactive)) {
            throw new UsageException(
                    "-%s is for one container: leave it out, or name a CONTAINER instead of %s"
                            .formatted(caller.terminal ? "t" : "i", all ? "--all" : "--filter"));
        }
        return EachContainer.orAll(
                globals, several() ? List.of() : List.of(first), filters, Among.RUNNING);
    }

    private Report start(EachContainer each, Order order) throws Exception {
        var window = caller.terminal ? Optional.of(USUAL) : Optional.<Window>empty();
        return own(
                each.act(
                        id -> new StartExec(order.in(id, window, false)),
                        Duration.ZERO,
                        ContainerReport::started));
    }

    private Report everywhere(EachContainer each, Order order) throws Exception {
        try (var herd = globals.herd().connect()) {
            var found = each.search().in(herd);
            if (found.containers().isEmpty()) {
                return own(found.report(Report.text("")));
            }
            var console = globals.user().console();
            found.tell(console);
            var streams =
                    new PrefixedStreams(
                            console,
                            found.containers().stream().map(ContainerLocation::ref).toList());
            return found.told(
                    streams.processes(
                            herd.open(
                                    found.containers(),
                                    id -> order.in(id, Optional.empty(), false))));
        }
    }

    private Report talk(ContainerRef container, Order order) throws Exception {
        var tty = caller.typed() ? Optional.of(globals.user().tty()) : Optional.<Tty>empty();
        var window =
                tty.map(Tty::size)
                        .or(() -> caller.terminal ? Optional.of(USUAL) : Optional.empty());
        try (var herd = globals.herd().connect()) {
            var opened =
                    herd.open(
                            globals.options().who(),
                            container,
                            id -> order.in(id, window, caller.interactive));
            return ContainerStreams.process(opened, flowing -> talk(flowing, tty));
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

    // A search that failed, so that nothing was run.
    private static Report own(Report report) {
        return report.exit().equals(Exit.FAILED) || report.exit().equals(Exit.NO_SUCH)
                ? report.with(Exit.NOT_RUN)
                : report;
    }

    /** What is to be run, in whichever container. */
    private record Order(
            List<String> command,
            List<String> variables,
            Optional<String> directory,
            Optional<String> user,
            boolean privileged,
            Optional<String> detachKeys) {

        Exec in(String id, Optional<Window> window, boolean input) {
            return new Exec(
                    id, command, variables, directory, user, privileged, window, input, detachKeys);
        }
    }
}
