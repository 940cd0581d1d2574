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
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ContainerJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports on what was done to containers that the user named. */
public final class ContainerReport {

    private ContainerReport() {}

    /** Those that succeeded echo the argument. */
    public static Report report(List<ContainerResult> deeds) {
        var items = deeds.stream().flatMap(ContainerReport::echo).toList();
        return report(new View.Ids("results", items), deeds);
    }

    /** Those that ended show their exit code; with one alone it is the command's, too. */
    public static Report exits(List<ContainerResult> deeds) {
        var items = deeds.stream().flatMap(ContainerReport::exited).toList();
        var report = report(new View.Ids("results", items), deeds);
        return deeds.size() == 1 && items.size() == 1 && report.account().complete()
                ? new Report(
                        report.view(),
                        report.account(),
                        List.of(),
                        List.of(),
                        new Exit(Integer.parseInt(items.getFirst().id())))
                : report;
    }

    private static Stream<Item> exited(ContainerResult deed) {
        return deed instanceof ContainerResult.Tried(_, var place, Done(Exited(int code)), _)
                ? Stream.of(new Item(Integer.toString(code), done(place, Map.of("ExitCode", code))))
                : Stream.empty();
    }

    /** Those that succeeded show their description. */
    public static Report documents(List<ContainerResult> deeds) {
        var items = new ArrayList<Item>();
        var read =
                deeds.stream()
                        .map(deed ->
                                read(
                                        deed,
                                        (place, body) ->
                                                items.add(
                                                        new Item(
                                                                place.id(),
                                                                ContainerJson.described(
                                                                        place.node(), body)))))
                        .toList();
        return report(new View.Documents("containers", items), read);
    }

    /** Reads what a container's daemon answered. */
    @FunctionalInterface
    public interface Reader {
        void read(ContainerLocation place, RawJson document) throws UnexpectedJsonException;
    }

    /** Returns the same deed, or that it failed because the daemon's answer is odd. */
    public static ContainerResult read(ContainerResult deed, Reader reader) {
        if (deed
                instanceof
                ContainerResult.Tried(var ref, var place, Done(Document(var body)), var account)) {
            try {
                reader.read(place, body);
            } catch (UnexpectedJsonException e) {
                return new ContainerResult.Tried(ref, place, ReadAnswers.failed(e), account);
            }
        }
        return deed;
    }

    private static Report report(View view, List<ContainerResult> deeds) {
        var account =
                deeds.stream().map(ContainerReport::account).reduce(Coverage.none(), Coverage::and);
        var complaints = deeds.stream().flatMap(deed -> complaint(deed).stream()).toList();
        return new Report(view, account, List.of(), complaints, exit(deeds, account));
    }

    private static Stream<Item> echo(ContainerResult deed) {
        return deed instanceof ContainerResult.Tried(var ref, var place, Done _, _)
                ? Stream.of(new Item(ref.toString(), done(place, Map.of())))
                : Stream.empty();
    }

    private static RawJson done(ContainerLocation place, Map<String, Object> more) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Id", place.id());
        fields.put("Name", place.name());
        fields.put("Node", place.node());
        fields.putAll(more);
        return AnswerJson.object(fields);
    }

    private static Coverage account(ContainerResult deed) {
        return deed instanceof ContainerResult.Tried(_, var place, var outcome, var account)
                        && !Outcomes.answered(outcome)
                ? account.and(Coverage.of(Map.of(place.node(), outcome)))
                : deed.account();
    }

    private static Optional<Complaint> complaint(ContainerResult deed) {
        return switch (deed) {
            case ContainerResult.Tried(var ref, var place, var outcome, _) ->
                    Outcomes.trouble(outcome)
                            .map(why ->
                                    new Complaint(
                                            ref.toString(),
                                            ref + " on " + place.node() + ": " + why));
            case ContainerResult.Unresolved(var ref, Resolution.Ambiguous(var candidates, _)) ->
                    Optional.of(
                            new Complaint(
                                    ref.toString(),
                                    "'%s' fits %d containers".formatted(ref, candidates.size()),
                                    Optional.of(
                                            "say which: "
                                                    + candidates.stream()
                                                            .map(ContainerReport::candidate)
                                                            .collect(joining(", ")))));
            case ContainerResult.Unresolved(var ref, var resolution) ->
                    Optional.of(noSuch(ref.toString(), resolution.account()));
        };
    }

    private static Complaint noSuch(String ref, Coverage account) {
        return account.complete()
                ? new Complaint(
                        ref, "no such container: " + ref, Optional.of("see 'herd container ls -a'"))
                : new Complaint(ref, "no such container on the nodes that answered: " + ref);
    }

    private static String candidate(ContainerLocation place) {
        return place + " (" + place.id().substring(0, Math.min(12, place.id().length())) + ")";
    }

    private static Exit exit(List<ContainerResult> deeds, Coverage account) {
        if (!account.complete()) {
            return Exit.PARTIAL;
        }
        var failed = deeds.stream().filter(deed -> complaint(deed).isPresent()).toList();
        if (failed.isEmpty()) {
            return Exit.OK;
        }
        return failed.stream().allMatch(ContainerReport::noSuch) ? Exit.NO_SUCH : Exit.FAILED;
    }

    private static boolean noSuch(ContainerResult deed) {
        return switch (deed) {
            case ContainerResult.Unresolved _ -> true;
            // Removed between the search and the action.
            case ContainerResult.Tried(_, _, Failed(var failure), _) ->
                    failure.kind() == Kind.NOT_FOUND;
            case ContainerResult.Tried _ -> false;
        };
    }
}
