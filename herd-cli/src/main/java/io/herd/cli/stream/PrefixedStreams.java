package io.herd.cli.stream;

import io.herd.action.Outcome;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.PrefixedLines;
import io.herd.cli.flow.Received;
import io.herd.cli.render.Prefixes;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.herd.Opened;
import io.herd.herd.answer.ContainerLocation;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Prints the streams of several containers to one console, each line with its container's name. */
public final class PrefixedStreams {

    private final Console console;
    private final Prefixes prefixes;
    private final ReentrantLock turns = new ReentrantLock();

    /**
     * @param refs the containers, as they are to be called
     */
    public PrefixedStreams(Console console, List<ContainerRef> refs) {
        this.console = console;
        this.prefixes =
                new Prefixes(refs.stream().map(ContainerRef::toString).toList(), console.colour());
    }

    /** Runs them all to their ends, and reports on those that failed. */
    public Report report(List<Opened> opened) {
        return ContainerStreams.several(opened, console, this::print, ContainerReport::report);
    }

    /**
     * The same for processes that are run for the user: ends as docker if they could not be run.
     */
    public Report processes(List<Opened> opened) {
        return ContainerStreams.several(opened, console, this::print, ContainerReport::notRun);
    }

    /**
     * The same for containers that wait to be started: each is started once its output is sure to
     * be read. A session's first frame describes its container.
     */
    public Report started(List<Opened> opened, Function<ContainerLocation, Outcome> start) {
        return ContainerStreams.several(
                opened, console, it -> begin(it, start), ContainerReport::notRun);
    }

    private Ending begin(Opened.Flowing flowing, Function<ContainerLocation, Outcome> start) {
        var first = new Received(flowing.session());
        if (first.document().isEmpty()) {
            return first.ending();
        }
        var started = start.apply(flowing.location());
        if (started instanceof Outcome.Done) {
            return print(flowing);
        }
        flowing.session().close();
        return new Ending.Broken(started);
    }

    private Ending print(Opened.Flowing flowing) {
        return new PrefixedLines(prefixes.of(flowing.ref().toString()), console, turns)
                .drain(flowing.session());
    }
}
