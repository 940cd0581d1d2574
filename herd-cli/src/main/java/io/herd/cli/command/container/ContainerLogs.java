package io.herd.cli.command.container;

import io.herd.action.Streaming;
import io.herd.action.Streaming.Logs;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.container.ContainerSearch.Found;
import io.herd.cli.command.filter.LabelFilters;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.TimestampOption;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.flow.Talk;
import io.herd.cli.render.Report;
import io.herd.cli.stream.ContainerStreams;
import io.herd.cli.stream.PrefixedStreams;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description =
                "Fetch the logs of one or more containers; of several, each line has its container's name.")
public final class ContainerLogs implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--follow"},
            description = "Follow log output.")
    boolean follow;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimestampOption.Converter.class,
            description =
                    "Show logs since a timestamp, such as 2026-01-31T12:00:00, or relative, such as 10m.")
    @Nullable TimestampOption since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimestampOption.Converter.class,
            description = "Show logs before a timestamp, or relative, such as 10m.")
    @Nullable TimestampOption until;

    @Option(
            names = {"-n", "--tail"},
            paramLabel = "N",
            converter = Converters.Tail.class,
            description = "Number of lines to show from the end of the logs, or all.")
    @Nullable Integer tail;

    @Option(
            names = {"-t", "--timestamps"},
            description = "Show timestamps.")
    boolean timestamps;

    @Option(names = "--details", description = "Show extra details provided to logs.")
    boolean details;

    @Parameters(arity = "0..*", paramLabel = "CONTAINER")
    List<String> containers = List.of();

    @Mixin LabelFilters filters = new LabelFilters();

    private final Globals globals;

    public ContainerLogs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var each = EachContainer.of(globals, containers, filters, Among.ANY);
        try (var herd = globals.herd().connect()) {
            if (each.selects()) {
                return selected(herd, each.search().in(herd));
            }
            var opened = herd.open(globals.options().who(), each.named(), this::logs);
            return opened.size() == 1
                    ? ContainerStreams.one(
                            opened.getFirst(),
                            it -> new Talk(it.session(), globals.user().console()).run(false))
                    : prefixed(each.named()).report(opened);
        }
    }

    // Always with their names, since one more that fits shall not change the form.
    private Report selected(Herd herd, Found found) {
        if (found.containers().isEmpty()) {
            return found.report(Report.text(""));
        }
        found.tell(globals.user().console());
        var refs = found.containers().stream().map(ContainerLocation::ref).toList();
        return found.told(prefixed(refs).report(herd.open(found.containers(), this::logs)));
    }

    private PrefixedStreams prefixed(List<ContainerRef> refs) {
        return new PrefixedStreams(globals.user().console(), refs);
    }

    private Streaming logs(String id) {
        return new Logs(
                id,
                follow,
                Optional.ofNullable(since).map(TimestampOption::seconds),
                Optional.ofNullable(until).map(TimestampOption::seconds),
                Optional.ofNullable(tail).filter(lines -> lines >= 0),
                timestamps,
                details);
    }
}
