package io.herd.cli.report;

import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Refused;
import io.herd.action.Outcome.TimedOut;
import io.herd.action.Outcome.Unreachable;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Human;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ImageJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports on an action on each of several nodes. */
public final class NodeReport {

    // Deleting much takes a daemon longer than other requests do.
    public static final Duration PRUNING = Duration.ofMinutes(5);

    private NodeReport() {}

    /** Prints what was removed; how much that was on each node goes to stderr. */
    public static Report pruned(Answers answers) {
        var lines = new ArrayList<String>();
        var items = new ArrayList<Item>();
        var notes = new ArrayList<String>();
        var read = ReadAnswers.of(answers, Removed::of);
        read.byNode()
                .forEach((node, removed) -> {
                    var gone = removed.what().lines(node);
                    lines.addAll(gone);
                    items.add(new Item(node.value(), removed.raw()));
                    notes.add(
                            "removed %d on %s, reclaimed %s"
                                    .formatted(
                                            gone.size(), node, Human.size(removed.what().bytes())));
                });
        return report(new View.Lines("results", lines, items), read.answers(), notes);
    }

    record Removed(ImageJson.Pruned what, RawJson raw) {

        static Removed of(NodeName node, RawJson body) throws UnexpectedJsonException {
            return new Removed(ImageJson.pruned(body), AnswerJson.withNode(body, node));
        }
    }

    /** Echoes the names of the nodes that succeeded. */
    public static Report done(Answers answers) {
        return report(new View.Ids("results", doers(answers)), answers, List.of());
    }

    /** The nodes that succeeded. */
    static List<Item> doers(Answers answers) {
        return answers.byNode().entrySet().stream()
                .filter(it -> it.getValue() instanceof Done)
                .map(it -> item(it.getKey()))
                .toList();
    }

    private static Item item(NodeName node) {
        return new Item(node.value(), AnswerJson.object(Map.of("Node", node)));
    }

    /** Echoes the names of the nodes that are forgotten, unless no agent did so. */
    public static Report forgotten(Set<NodeName> nodes, Answers answers) {
        var items =
                doers(answers).isEmpty()
                        ? List.<Item>of()
                        : nodes.stream().sorted().map(NodeReport::item).toList();
        return report(new View.Ids("results", items), answers, List.of());
    }

    /**
     * Prints a list of what the nodes have; none if all nodes call the request itself wrong.
     *
     * @param key what the list is called in JSON
     */
    public static Report listed(String key, View list, Answers answers) {
        var coverage = Coverage.of(answers);
        return !coverage.complete()
                        && answers.byNode().values().stream().allMatch(NodeReport::calledWrong)
                ? new Report(
                        new View.Ids(key, List.of()), coverage, List.of(), List.of(), Exit.FAILED)
                : Report.of(list, coverage);
    }

    private static boolean calledWrong(Outcome outcome) {
        return switch (outcome) {
            case Refused _ -> true;
            case Failed(var failure) -> failure.kind() == Kind.INVALID;
            case Done _, Unreachable _, TimedOut _ -> false;
        };
    }

    static Report report(View view, Answers answers, List<String> notes) {
        return new Report(view, Coverage.of(answers), notes, List.of(), exit(answers));
    }

    static Exit exit(Answers answers) {
        var outcomes = answers.byNode().values();
        if (outcomes.stream().allMatch(Done.class::isInstance)) {
            return Exit.OK;
        }
        if (outcomes.stream().allMatch(Outcomes::notFound)) {
            return Exit.NO_SUCH;
        }
        return outcomes.stream().anyMatch(Done.class::isInstance) ? Exit.PARTIAL : Exit.FAILED;
    }

    /**
     * The exit code where things that the user named were acted on, on whatever nodes have them.
     *
     * @param failed whether an action failed, rather than found nothing to act on
     * @param done what was done
     */
    static Exit exit(
            Coverage coverage, List<Complaint> complaints, boolean failed, List<Item> done) {
        if (!coverage.complete()) {
            return Exit.PARTIAL;
        }
        if (complaints.isEmpty()) {
            return Exit.OK;
        }
        if (!failed) {
            return Exit.NO_SUCH;
        }
        return done.isEmpty() ? Exit.FAILED : Exit.PARTIAL;
    }

    /**
     * Says that no node has what the user named.
     *
     * @param what such as "image"
     * @param list the command that shows what there is
     */
    static Complaint noSuch(String what, String reference, Coverage asked, String list) {
        var none =
                asked.complete()
                        ? new Complaint(
                                reference,
                                "no such %s: %s".formatted(what, reference),
                                Optional.of("see '%s'".formatted(list)))
                        : new Complaint(
                                reference,
                                "no such %s on the nodes that answered: %s"
                                        .formatted(what, reference));
        return none.as(ErrorCode.NOT_FOUND);
    }
}
