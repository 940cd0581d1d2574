package io.herd.cli.command;

import io.herd.action.Streaming.Events;
import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.command.option.TimestampOption;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.flow.Merge;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.EventText;
import io.herd.cli.render.EventText.NodeEvent;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Notice;
import io.herd.cli.render.Report;
import io.herd.cli.report.UnwrittenReport;
import io.herd.cli.stream.EventSink;
import io.herd.cli.stream.LateNodes;
import io.herd.cli.stream.NodeStreams;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        description = "Get real time events from all nodes, in one order by the daemons' clocks.")
final class EventsCommand implements HerdCommand.Anywhere {

    // How long an event waits for older ones: nodes in one network report the same moment within
    // this time.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimestampOption.Converter.class,
            description =
                    "Show all events created since a timestamp, such as 2026-01-31T12:00:00, or relative, "
                            + "such as 10m.")
    @Nullable TimestampOption since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimestampOption.Converter.class,
            description = "Stream events until this timestamp.")
    @Nullable TimestampOption until;

    @Mixin Filters filters = new Filters(Filterable.EVENTS);
    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    EventsCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = globals.output().json() ? "json" : format.of(globals, EventText::check);
        var text = new EventText(shape);
        var started = Instant.now();
        try (var herd = globals.herd().connect()) {
            var openings = herd.open(globals.options().who(), events(Optional.empty()));
            var merge =
                    new Merge<NodeEvent>(
                            NodeStreams.open(openings), EventsCommand::nanos, PATIENCE);
            var heard = new ConcurrentHashMap<NodeName, Instant>();
            var flows =
                    NodeStreams.start(
                            openings,
                            globals.user().console()::tell,
                            (node, session) ->
                                    new EventSink(node, merge, heard, globals.user().console())
                                            .drain(session));
            try (var _ =
                    new LateNodes(
                                    herd,
                                    flows,
                                    late ->
                                            join(
                                                    herd,
                                                    late,
                                                    node -> missedSince(heard.get(node), started),
                                                    merge))
                            .start()) {
                var unwritten = print(merge, text);
                if (unwritten.isPresent()) {
                    flows.leave();
                    return UnwrittenReport.report(unwritten.get(), Exit.OK);
                }
            }
            flows.await();
            return Report.text("").with(NodeStreams.exit(flows.coverage()));
        }
    }

    // Where the events of a late node begin: after its last one, so that it also reports what
    // happened while it was away; else at the command's start, unless --since says when.
    private Optional<Instant> missedSince(@Nullable Instant heard, Instant started) {
        return heard != null || since == null
                ? Optional.of(heard == null ? started : heard)
                : Optional.empty();
    }

    private Map<NodeName, Opening> join(
            Herd herd,
            Set<NodeName> late,
            Function<NodeName, Optional<Instant>> missed,
            Merge<NodeEvent> merge) {
        var openings = herd.open(globals.options().who(), late, node -> events(missed.apply(node)));
        openings.forEach((node, opening) -> {
            if (opening instanceof Opening.Open) {
                globals.user().console().tell(Notice.of("node " + node + " has joined"));
                merge.began();
            }
        });
        return openings;
    }

    private static long nanos(NodeEvent it) {
        var time = it.event().time();
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    /**
     * @param joined for a node that was not there at the beginning: the moment after which its
     *     events are wanted
     */
    private Events events(Optional<Instant> joined) {
        return new Events(
                joined.map(EventsCommand::behind)
                        .or(() -> Optional.ofNullable(since).map(TimestampOption::seconds)),
                Optional.ofNullable(until).map(TimestampOption::seconds),
                filters.byName());
    }

    // One nanosecond later, the unit of the daemon's clock: the event at this moment has been seen.
    private static String behind(Instant moment) {
        var next = moment.plusNanos(1);
        return "%d.%09d".formatted(next.getEpochSecond(), next.getNano());
    }

    private Optional<Unwritten> print(Merge<NodeEvent> merge, EventText text)
            throws InterruptedException {
        for (var next = merge.next(); next.isPresent(); next = merge.next()) {
            var unwritten = globals.user().console().print(text.line(next.get()));
            if (unwritten.isPresent()) {
                return unwritten;
            }
        }
        return Optional.empty();
    }
}
