package io.herd.cli.command;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.manual.NameKind;
import io.herd.cli.names.AskedNames;
import io.herd.cli.names.TimeLimited;
import io.herd.cli.names.Typeable;
import io.herd.cli.render.Report;
import io.herd.template.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The hidden command {@code __complete} for shell completion: prints names of the live herd, one a
 * line.
 */
@Command(name = NamesCommand.NAME, hidden = true, description = "Print names of the live herd.")
public final class NamesCommand implements HerdCommand {

    public static final String NAME = "__complete";

    // Somebody waits at a prompt. It is enough to ask the agent of this host; only a user who
    // allows more time (HERD_COMPLETION_TIMEOUT) makes this join the herd.
    private static final Duration USUAL = Duration.ofMillis(250);
    private static final String LONGER = "HERD_COMPLETION_TIMEOUT";

    @Option(names = "--templates", paramLabel = "DIR", split = ":")
    List<Path> templates = new ArrayList<>();

    // A shell that matches names by other letters than their first wants them all.
    @Option(names = "--exactly")
    boolean exactly;

    @Parameters(index = "0", paramLabel = "NAMES")
    @Nullable NameKind wanted;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WORD")
    String begun = "";

    private final Globals globals;

    NamesCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return wanted == NameKind.TEMPLATE ? Place.CALLERS : Place.ANYWHERE;
    }

    @Override
    public Report call() throws Exception {
        var longer = globals.context().variable(LONGER).map(new Converters.Time()::convert);
        var time = longer.orElse(USUAL);
        // At a prompt errors are silent; --debug shows them.
        if (globals.options().debug) {
            return print(names(time));
        }
        return wanted != NameKind.TEMPLATE && longer.isEmpty() && !globals.herd().hasAgent()
                ? Report.text("")
                : print(TimeLimited.result(time, () -> names(time)).orElseGet(TreeSet::new));
    }

    private static Report print(SortedSet<String> names) {
        return Report.text(names.stream().map(name -> name + "\n").reduce("", String::concat));
    }

    private SortedSet<String> names(Duration time) throws Exception {
        var live = Objects.requireNonNull(wanted);
        if (live == NameKind.TEMPLATE) {
            return Typeable.of(
                    new Templates(globals.context().templateDirectories(templates)).names());
        }
        // A node that does not answer must leave time to process the answers of the others.
        try (var herd = globals.herd().connect(time, time.multipliedBy(3).dividedBy(5))) {
            return new AskedNames(herd, globals.options().who(), begun, exactly)
                    .of(live)
                    .behind(begun);
        }
    }
}
