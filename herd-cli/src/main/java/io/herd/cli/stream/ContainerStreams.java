package io.herd.cli.stream;

import io.herd.action.Action.KillContainer;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Proxy;
import io.herd.cli.flow.Sink;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Notice;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.cli.report.ContainerReport;
import io.herd.cli.report.UnwrittenReport;
import io.herd.concurrent.Background;
import io.herd.concurrent.Parallel;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.Opened;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs the streams of containers and reports how they ended; their output is printed by then. */
public final class ContainerStreams {

    private ContainerStreams() {}

    /** Processes one stream to its end. */
    @FunctionalInterface
    public interface Flow<E extends Exception> {
        Ending of(Opened.Flowing flowing) throws E;
    }

    /** Runs one stream; the report has the process's own exit code, if the process has ended. */
    public static <E extends Exception> Report one(Opened opened, Flow<E> flow) throws E {
        return one(opened, flow, ContainerReport::report);
    }

    /** The same for a process that is run for the user: ends as docker if it could not be run. */
    public static <E extends Exception> Report process(Opened opened, Flow<E> flow) throws E {
        return one(opened, flow, ContainerReport::notRun);
    }

    private static <E extends Exception> Report one(
            Opened opened, Flow<E> flow, Function<List<ContainerResult>, Report> failed) throws E {
        return switch (opened) {
            case Opened.Not(var result) -> failed.apply(List.of(result));
            case Opened.Flowing flowing ->
                    switch (flow.of(flowing)) {
                        case Ending.Exited(int code) -> silent(List.of(), new Exit(code));
                        case Ending.Complete _ -> silent(List.of(), Exit.OK);
                        case Unwritten why -> UnwrittenReport.report(why, Exit.OK);
                        case Ending.Interrupted _ -> silent(List.of(), Exit.INTERRUPTED);
                        case Ending.Broken(var why) -> failed.apply(List.of(tried(flowing, why)));
                    };
        };
    }

    /** Passes signals of this process on to containers. */
    public static Proxy proxy(Console console, Herd herd, List<ContainerLocation> containers) {
        return new Proxy(
                console,
                signal ->
                        herd.act(
                                        containers,
                                        id -> new KillContainer(id, Optional.of(signal)),
                                        Duration.ZERO)
                                .forEach(it -> notPassed(console, signal, it)));
    }

    private static void notPassed(Console console, String signal, ContainerResult result) {
        if (result instanceof ContainerResult.Tried tried) {
            Outcomes.trouble(tried.outcome())
                    .ifPresent(why ->
                            console.tell(
                                    Notice.of(
                                            "%s did not get %s: %s"
                                                    .formatted(tried.location(), signal, why))));
        }
    }

    /**
     * Runs several streams in parallel, one thread each. A stream that could not be opened is
     * reported at once, since the others may go on for long. Of the exit codes of processes the
     * largest counts.
     *
     * @param failed reports on those that failed
     */
    static Report several(
            List<Opened> opened,
            Console console,
            Function<Opened.Flowing, Ending> flow,
            Function<List<ContainerResult>, Report> failed) {
        var results = new ArrayList<ContainerResult>();
        var complaints = new ArrayList<Complaint>();
        var flowing = new ArrayList<Opened.Flowing>();
        for (var one : opened) {
            switch (one) {
                case Opened.Not(var result) -> {
                    results.add(result);
                    ContainerReport.report(List.of(result))
                            .complaints()
                            .forEach(it -> it.lines().forEach(console::tell));
                }
                case Opened.Flowing it -> flowing.add(it);
            }
        }
        var endings = Parallel.map(flowing, flowing.size(), it -> ending(it, flow, flowing));
        for (var ending : endings) {
            if (ending instanceof Unwritten why) {
                return UnwrittenReport.report(why, failed.apply(results).exit());
            }
        }
        int most = 0;
        for (int i = 0; i < flowing.size(); i++) {
            if (endings.get(i) instanceof Ending.Broken(var why)) {
                var result = tried(flowing.get(i), why);
                results.add(result);
                complaints.addAll(ContainerReport.report(List.of(result)).complaints());
            }
            if (endings.get(i) instanceof Ending.Exited(int code)) {
                most = Math.max(most, code);
            }
        }
        var exit = failed.apply(results).exit();
        return silent(
                complaints,
                exit.equals(Exit.PARTIAL) || exit.code() > most ? exit : new Exit(most));
    }

    // They share the output: once one cannot write, none of them can go on.
    private static Ending ending(
            Opened.Flowing one, Function<Opened.Flowing, Ending> flow, List<Opened.Flowing> all) {
        var ending = flow.apply(one);
        if (ending instanceof Unwritten) {
            all.forEach(it -> it.session().close());
        }
        return ending;
    }

    /**
     * Waits for processes to end that send nothing but their exit code.
     *
     * @param longest how long to wait at most; empty for as long as it takes
     */
    public static List<ContainerResult> ends(List<Opened> opened, Optional<Duration> longest) {
        var endings = opened.stream().map(ContainerStreams::drain).toList();
        var deadline = Deadline.in(longest.orElse(Deadline.LONGEST));
        var results = new ArrayList<ContainerResult>();
        for (int i = 0; i < opened.size(); i++) {
            var ending = endings.get(i).await(deadline);
            results.add(end(opened.get(i), ending.orElseGet(() -> runsOn(longest.orElseThrow()))));
        }
        return results;
    }

    private static Background<Ending> drain(Opened opened) {
        return Background.start(
                "herd-flow",
                () ->
                        switch (opened) {
                            case Opened.Not _ -> new Ending.Complete();
                            case Opened.Flowing it -> new Sink() {}.drain(it.session());
                        });
    }

    private static ContainerResult end(Opened opened, Ending ending) {
        return switch (opened) {
            case Opened.Not(var result) -> result;
            case Opened.Flowing it -> ended(it, ending);
        };
    }

    private static Ending runsOn(Duration after) {
        var why = "it still runs after %.1f s".formatted(after.toMillis() / 1000.0);
        return new Ending.Broken(new Outcome.Failed(new Failure(Kind.CONFLICT, why)));
    }

    private static ContainerResult ended(Opened.Flowing flowing, Ending ending) {
        flowing.session().close();
        return tried(
                flowing,
                switch (ending) {
                    case Ending.Exited(int code) -> new Outcome.Done(new Result.Exited(code));
                    case Ending.Broken(var why) -> why;
                    case Ending.Complete _, Ending.Interrupted _, Unwritten _ ->
                            new Outcome.Unreachable("it did not say how it ended");
                });
    }

    private static ContainerResult tried(Opened.Flowing flowing, Outcome outcome) {
        return new ContainerResult.Tried(
                flowing.ref(), flowing.location(), outcome, flowing.coverage());
    }

    private static Report silent(List<Complaint> complaints, Exit exit) {
        return new Report(new View.Text(""), Coverage.none(), List.of(), complaints, exit);
    }
}
