package io.herd.cli.report;

import static java.util.stream.Collectors.joining;

import io.herd.action.Failure.Kind;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result.Document;
import io.herd.action.Result.Exited;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ContainerResult;
import io.herd.herd.Resolution;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Trouble;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ContainerJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports on actions on the containers that the user named. */
public final class ContainerReport {

    private ContainerReport() {}

    /** Echoes the reference of each container whose action succeeded. */
    public static Report report(List<ContainerResult> results) {
        var items = results.stream().flatMap(ContainerReport::echo).toList();
        return report(new View.Ids("results", items), results);
    }

    /** Says nothing of what succeeded. */
    public static Report silent(List<ContainerResult> results) {
        var items = results.stream().flatMap(ContainerReport::echo).toList();
        return report(new View.Lines("results", List.of(), items), results);
    }

    /**
     * Says nothing of commands that were started in containers; ends as docker if they were not.
     */
    public static Report started(List<ContainerResult> results) {
        return notRun(silent(results), results);
    }

    /** Reports on commands that could not be run, with docker's exit codes for that. */
    public static Report notRun(List<ContainerResult> results) {
        return notRun(report(results), results);
    }

    /**
     * The same report with docker's exit code for what it cannot run itself, or with that of
     * shells; that a node did not answer is still said by herd's own.
     */
    public static Report notRun(Report report, List<ContainerResult> results) {
        if (report.exit().equals(Exit.OK) || report.exit().equals(Exit.PARTIAL)) {
            return report;
        }
        return report.with(
                new Exit(
                        results.stream()
                                .map(ContainerReport::notRun)
                                .mapToInt(Exit::code)
                                .max()
                                .orElse(Exit.NOT_RUN.code())));
    }

    private static Exit notRun(ContainerResult result) {
        if (result instanceof ContainerResult.Tried(_, _, Failed(var failure), _)) {
            if (failure.kind() == Kind.NO_SUCH_COMMAND) {
                return Exit.NO_SUCH_COMMAND;
            }
            if (failure.kind() == Kind.NOT_EXECUTABLE) {
                return Exit.NOT_EXECUTABLE;
            }
        }
        return Exit.NOT_RUN;
    }

    /**
     * The same for containers that need only be gone: it is no failure that one is not there, if
     * all nodes say so.
     */
    public static Report gone(List<ContainerResult> results) {
        var absent = results.stream().filter(ContainerReport::absent).toList();
        var others = results.stream().filter(result -> !absent.contains(result)).toList();
        var report = report(others);
        var coverage =
                absent.stream()
                        .map(ContainerReport::coverage)
                        .reduce(report.coverage(), Coverage::and);
        return new Report(
                report.view(),
                coverage,
                absent.stream().map(result -> "no such container: " + result.ref()).toList(),
                report.complaints(),
                report.exit());
    }

    private static boolean absent(ContainerResult result) {
        return coverage(result).complete()
                && switch (result) {
                    case ContainerResult.Unresolved(_, Resolution.NotFound _) -> true;
                    case ContainerResult.Unresolved _ -> false;
                    case ContainerResult.Tried _ -> noSuch(result);
                };
    }

    /**
     * Prints the exit code of each container that has ended; with a single container it is the
     * command's, too.
     */
    public static Report exits(List<ContainerResult> results) {
        var items = results.stream().flatMap(ContainerReport::exited).toList();
        var report = report(new View.Ids("results", items), results);
        return results.size() == 1 && items.size() == 1 && report.coverage().complete()
                ? new Report(
                        report.view(),
                        report.coverage(),
                        List.of(),
                        List.of(),
                        new Exit(Integer.parseInt(items.getFirst().id())))
                : report;
    }

    private static Stream<Item> exited(ContainerResult result) {
        return result instanceof ContainerResult.Tried(_, var location, Done(Exited(int code)), _)
                ? Stream.of(
                        new Item(Integer.toString(code), done(location, Map.of("ExitCode", code))))
                : Stream.empty();
    }

    /** Prints the description of each container whose inspection succeeded. */
    public static Report documents(List<ContainerResult> results) {
        var items = new ArrayList<Item>();
        var read =
                results.stream()
                        .map(result ->
                                read(
                                        result,
                                        (location, body) ->
                                                items.add(
                                                        new Item(
                                                                location.id(),
                                                                ContainerJson.described(
                                                                        location.node(), body)))))
                        .toList();
        return report(new View.Documents("containers", items), read);
    }

    /** Reads the document that a container's daemon answered. */
    @FunctionalInterface
    public interface Reader {
        void read(ContainerLocation location, RawJson document) throws UnexpectedJsonException;
    }

    /**
     * Lets a reader read the answer; returns the same result, or a failed one if the answer cannot
     * be read.
     */
    public static ContainerResult read(ContainerResult result, Reader reader) {
        if (result
                instanceof
                ContainerResult.Tried(
                        var ref,
                        var location,
                        Done(Document(var body)),
                        var coverage)) {
            try {
                reader.read(location, body);
            } catch (UnexpectedJsonException e) {
                return new ContainerResult.Tried(ref, location, ReadAnswers.failed(e), coverage);
            }
        }
        return result;
    }

    private static Report report(View view, List<ContainerResult> results) {
        var coverage =
                results.stream()
                        .map(ContainerReport::coverage)
                        .reduce(Coverage.none(), Coverage::and);
        var complaints = results.stream().flatMap(result -> complaint(result).stream()).toList();
        return new Report(view, coverage, List.of(), complaints, exit(results, coverage));
    }

    private static Stream<Item> echo(ContainerResult result) {
        return result instanceof ContainerResult.Tried(var ref, var location, Done _, _)
                ? Stream.of(new Item(ref.toString(), done(location, Map.of())))
                : Stream.empty();
    }

    private static RawJson done(ContainerLocation location, Map<String, Object> more) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Id", location.id());
        fields.put("Name", location.name());
        fields.put("Node", location.node());
        fields.putAll(more);
        return AnswerJson.object(fields);
    }

    private static Coverage coverage(ContainerResult result) {
        return result instanceof ContainerResult.Tried(_, var location, var outcome, var coverage)
                        && !Outcomes.answered(outcome)
                ? coverage.and(Coverage.of(Map.of(location.node(), outcome)))
                : result.coverage();
    }

    private static Optional<Complaint> complaint(ContainerResult result) {
        return switch (result) {
            case ContainerResult.Tried(var ref, var location, var outcome, _) ->
                    Trouble.of(outcome)
                            .map(why ->
                                    new Complaint(
                                                    ref.toString(),
                                                    ref + " on " + location.node() + ": " + why)
                                            .as(why.code()));
            case ContainerResult.Unresolved(var ref, Resolution.Ambiguous(var candidates, _)) ->
                    Optional.of(
                            new Complaint(
                                            ref.toString(),
                                            "'%s' fits %d containers"
                                                    .formatted(ref, candidates.size()),
                                            Optional.of(
                                                    "say which: "
                                                            + candidates.stream()
                                                                    .map(ContainerReport::candidate)
                                                                    .collect(joining(", "))))
                                    .as(ErrorCode.AMBIGUOUS));
            case ContainerResult.Unresolved(var ref, var resolution) ->
                    Optional.of(
                            noSuch(ref.toString(), resolution.coverage()).as(ErrorCode.NOT_FOUND));
        };
    }

    private static Complaint noSuch(String ref, Coverage coverage) {
        return coverage.complete()
                ? new Complaint(
                        ref, "no such container: " + ref, Optional.of("see 'herd container ls -a'"))
                : new Complaint(
                        ref,
                        "no such container on the nodes that answered: " + ref,
                        Optional.of(
                                "it may be on "
                                        + coverage.failed().keySet().stream()
                                                .map(NodeName::value)
                                                .collect(joining(", "))));
    }

    private static String candidate(ContainerLocation location) {
        return location
                + " ("
                + location.id().substring(0, Math.min(12, location.id().length()))
                + ")";
    }

    private static Exit exit(List<ContainerResult> results, Coverage coverage) {
        if (!coverage.complete()) {
            return Exit.PARTIAL;
        }
        var failed = results.stream().filter(result -> complaint(result).isPresent()).toList();
        if (failed.isEmpty()) {
            return Exit.OK;
        }
        return failed.stream().allMatch(ContainerReport::noSuch) ? Exit.NO_SUCH : Exit.FAILED;
    }

    private static boolean noSuch(ContainerResult result) {
        return switch (result) {
            case ContainerResult.Unresolved _ -> true;
            // Removed between the search and the action.
            case ContainerResult.Tried(_, _, Failed(var failure), _) ->
                    failure.kind() == Kind.NOT_FOUND;
            case ContainerResult.Tried _ -> false;
        };
    }
}
