package io.herd.cli.command;

import io.herd.action.Streaming.Events;
import io.herd.cli.flow.Merge;
import io.herd.cli.render.EventText;
import io.herd.cli.render.EventText.NodeEvent;
import io.herd.cli.render.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        description =
                "Show what happens on all nodes, in one order by the daemons' clocks, from now on or since a time.")
final class EventsCommand implements Callable<Report> {

    // What nodes in one network need to tell of the same moment.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.Converter.class,
            description =
                    "Also what has happened since then, such as 2026-01-31T12:00:00 or 10m ago.")
    @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.Converter.class,
            description = "Only what happens before then, and end.")
    @Nullable Moment until;

    @Mixin Filters filters = new Filters();
    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    EventsCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = globals.json() ? "json" : format.of(globals, EventText::check);
        var text = new EventText(shape);
        try (var herd = globals.connect()) {
            var openings = herd.open(globals.who(), events());
            var merge =
                    new Merge<NodeEvent>(NodeFlows.open(openings), EventsCommand::nanos, PATIENCE);
            var flows =
                    NodeFlows.start(
                            openings,
                            globals.console()::tell,
                            (node, session) ->
                                    new EventSink(node, merge, globals.console()).drain(session));
            if (!print(merge, text)) {
                return Report.text("");
            }
            flows.await();
            return Report.text("").with(NodeFlows.exit(flows.account()));
        }
    }

    private static long nanos(NodeEvent it) {
        var time = it.event().time();
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    private Events events() {
        return new Events(
                Optional.ofNullable(since).map(Moment::seconds),
                Optional.ofNullable(until).map(Moment::seconds),
                filters.byName());
    }

    // Whether all were wanted.
    private boolean print(Merge<NodeEvent> merge, EventText text) throws InterruptedException {
        for (var next = merge.next(); next.isPresent(); next = merge.next()) {
            if (!globals.console().print(text.line(next.get()))) {
                return false;
            }
        }
        return true;
    }
}
