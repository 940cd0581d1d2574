package io.herd.cli.report;

import io.herd.action.Answers;
import io.herd.cli.render.Human;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.DaemonInfoJson;
import io.herd.json.docker.DaemonInfoJson.Info;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports on the daemons themselves. */
public final class SystemReport {

    private SystemReport() {}

    private record Described(Info info, RawJson raw) {

        static Described of(NodeName node, RawJson body) throws UnexpectedJsonException {
            return new Described(DaemonInfoJson.read(body), AnswerJson.withNode(body, node));
        }
    }

    /** The daemons' documents. */
    public static Report documents(Answers answers) {
        var read = ReadAnswers.of(answers, Described::of);
        return NodeReport.listed(
                "daemons", new View.Documents("daemons", items(read)), read.answers());
    }

    /** What people want to know of the daemons. */
    public static Report info(Answers answers) {
        var read = ReadAnswers.of(answers, Described::of);
        var lines = new ArrayList<String>();
        read.byNode()
                .forEach((node, described) -> {
                    lines.add("Node: " + node);
                    described
                            .info()
                            .values()
                            .forEach((name, value) ->
                                    lines.add(
                                            " %s: %s"
                                                    .formatted(
                                                            name,
                                                            name.equals(DaemonInfoJson.MEMORY)
                                                                    ? Human.bytes(
                                                                            described
                                                                                    .info()
                                                                                    .memory())
                                                                    : value)));
                    described.info().warnings().forEach(warning -> lines.add(" " + warning));
                });
        return NodeReport.listed(
                "daemons", new View.Lines("daemons", lines, items(read)), read.answers());
    }

    private static List<Item> items(ReadAnswers<Described> read) {
        var items = new ArrayList<Item>();
        read.byNode()
                .forEach((node, described) -> items.add(new Item(node.value(), described.raw())));
        return items;
    }

    /**
     * Prints what was removed of several kinds; how much space that was on each node goes to
     * stderr.
     *
     * @param byKind the nodes' answers for each kind, in the order in which they were asked
     */
    public static Report pruned(Map<String, Answers> byKind) {
        var lines = new ArrayList<String>();
        var items = new ArrayList<Item>();
        var bytes = new TreeMap<NodeName, Long>();
        var coverage = Coverage.none();
        for (var kind : byKind.entrySet()) {
            var read = ReadAnswers.of(kind.getValue(), NodeReport.Removed::of);
            coverage = coverage.and(Coverage.of(read.answers()));
            var gone =
                    read.byNode().entrySet().stream()
                            .flatMap(it -> it.getValue().what().lines(it.getKey()).stream())
                            .toList();
            if (!gone.isEmpty()) {
                lines.add("Deleted %s:".formatted(kind.getKey()));
                lines.addAll(gone);
            }
            read.byNode()
                    .forEach((node, removed) -> {
                        bytes.merge(node, removed.what().bytes(), Long::sum);
                        items.add(new Item(node.value(), removed.raw()));
                    });
        }
        var notes = new ArrayList<String>();
        bytes.forEach(
                (node, size) -> notes.add("reclaimed %s on %s".formatted(Human.size(size), node)));
        return new Report(
                new View.Lines("results", lines, items),
                coverage,
                notes,
                List.of(),
                Report.of(new View.Text(""), coverage).exit());
    }
}
