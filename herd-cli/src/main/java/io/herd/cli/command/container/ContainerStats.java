package io.herd.cli.command.container;

import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.container.ContainerSearch.Found;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.flow.Tty;
import io.herd.cli.render.Exit;
import io.herd.cli.render.LivePicture;
import io.herd.cli.render.Report;
import io.herd.cli.render.StatsTable;
import io.herd.cli.report.UnwrittenReport;
import io.herd.cli.stream.LateNodes;
import io.herd.cli.stream.NodeStreams;
import io.herd.cli.stream.StatsStreams;
import io.herd.cli.stream.Usages;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stats",
        description =
                "Display a live stream of resource usage: of these containers, or of all that run.")
public final class ContainerStats implements HerdCommand {

    // As often as daemons measure.
    private static final Duration BETWEEN_PICTURES = Duration.ofSeconds(1);

    @Option(
            names = "--no-stream",
            description = "Disable streaming stats and only pull the first result.")
    boolean once;

    @Mixin ListFormat format = new ListFormat();

    @Parameters(arity = "0..*", paramLabel = "CONTAINER")
    List<String> containers = List.of();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerStats(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return once ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        var table =
                new StatsTable(globals.output().noTrunc(), format.of(globals, StatsTable::check));
        var each = EachContainer.orAll(globals, containers, filters, Among.RUNNING);
        try (var herd = globals.herd().connect()) {
            var found =
                    each.selects() ? Optional.of(each.search().in(herd)) : Optional.<Found>empty();
            if (found.isPresent() && found.get().containers().isEmpty()) {
                return found.get().report(Report.text("").with(table.of(List.of())));
            }
            var asked = found.isPresent() ? asked(herd, found.get()) : asked(herd, each.named());
            return once ? once(asked, table) : live(herd, asked, table);
        }
    }

    private StatsStreams asked(Herd herd, List<ContainerRef> named) throws NoSuchNodeException {
        return named.isEmpty()
                ? StatsStreams.all(herd, globals.options().who(), !once)
                : StatsStreams.these(herd, globals.options().who(), named, !once);
    }

    private StatsStreams asked(Herd herd, Found found) {
        return StatsStreams.at(herd, found.containers(), found.report(Report.text("")), !once);
    }

    private boolean chosen() {
        return !containers.isEmpty() || !filters.given().isEmpty();
    }

    private Report once(StatsStreams asked, StatsTable table) {
        var usages = new Usages(chosen(), globals.user().console()::tell);
        var flows = NodeStreams.start(asked.openings(), _ -> {}, usages::take);
        flows.await();
        var now = usages.now();
        var report = asked.report(table.of(now), flows.coverage());
        // A node that failed may have sent figures for some containers before: then it is partial.
        return report.exit().equals(Exit.FAILED) && !now.isEmpty()
                ? report.with(Exit.PARTIAL)
                : report;
    }

    // At a terminal, problems stand below the table; elsewhere each is reported once, when it
    // happens.
    private Report live(Herd herd, StatsStreams asked, StatsTable table) {
        var console = globals.user().console();
        var tty = globals.output().json() ? Optional.<Tty>empty() : console.tty();
        Consumer<String> told = tty.isPresent() ? _ -> {} : console::tell;
        asked.search().failures().forEach(told);
        var usages = new Usages(chosen(), console::tell);
        var flows = NodeStreams.start(asked.openings(), told, usages::follow);
        try (var _ = new LateNodes(herd, flows, asked.late()).start()) {
            return pictures(asked, table, flows, usages, tty);
        }
    }

    private Report pictures(
            StatsStreams asked,
            StatsTable table,
            NodeStreams flows,
            Usages usages,
            Optional<Tty> tty) {
        var picture = new LivePicture(globals.output().style(globals.user().console().colour(), 0));
        while (true) {
            boolean ended = flows.await(BETWEEN_PICTURES);
            var report = asked.report(table.of(usages.now()), flows.coverage());
            var unwritten = globals.user().console().write(text(report, picture, tty));
            if (unwritten.isPresent()) {
                flows.leave();
                return UnwrittenReport.report(unwritten.get(), Exit.OK);
            }
            if (ended) {
                return Report.text("").with(report.exit());
            }
        }
    }

    private static String text(Report report, LivePicture picture, Optional<Tty> tty) {
        return tty.map(it -> picture.over(report, it.size()))
                .orElseGet(() -> picture.plain(report));
    }
}
