package io.herd.cli.copy;

import io.herd.action.Action.InspectImage;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.SaveImages;
import io.herd.cli.archive.CopyException;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Delivery;
import io.herd.cli.flow.Delivery.Receiver;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Sink;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.report.ArchiveReport;
import io.herd.cli.report.UnwrittenReport;
import io.herd.herd.Herd;
import io.herd.herd.ImageRemoval;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Opening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Moves images between nodes and this host, as the archives of docker. */
public record ImageArchive(Herd herd, Selector who) {

    /** Writes an archive with these images, from the first node that has them all. */
    public Report save(List<String> images, ArchiveOutput output) throws Exception {
        var owners = new TreeMap<String, NavigableSet<NodeName>>();
        var coverage = Coverage.none();
        for (var image : images) {
            var found = ImageRemoval.present(herd.ask(who, new InspectImage(image)));
            coverage = coverage.and(Coverage.of(found));
            owners.put(image, ImageRemoval.owners(found));
        }
        var all = new TreeSet<>(owners.firstEntry().getValue());
        owners.values().forEach(all::retainAll);
        if (all.isEmpty()) {
            return ArchiveReport.nowhere(owners, coverage);
        }
        var from = all.first();
        return switch (herd.open(Map.of(from, new SaveImages(images))).get(from)) {
            case Opening.Open(var session) -> saved(from, output.take(session));
            case Opening.Not(var why) -> ArchiveReport.saved(from, why);
            case null -> throw new IllegalStateException("no answer for " + from);
        };
    }

    private static Report saved(NodeName from, Ending ending) {
        return switch (ending) {
            case Unwritten why -> UnwrittenReport.report(why, Exit.OK);
            case Ending.Interrupted _ -> Report.text("").with(Exit.INTERRUPTED);
            case Ending.Broken(var why) -> ArchiveReport.saved(from, why);
            case Ending.Complete _, Ending.Exited _ ->
                    ArchiveReport.saved(from, new Done(new Result.Nothing()));
        };
    }

    /**
     * Sends an archive to all selected nodes.
     *
     * @param file the archive; empty for standard input
     */
    public Report load(Optional<Path> file, Console console, boolean quiet) throws Exception {
        if (file.isEmpty() && console.terminal()) {
            throw new CopyException(
                    "an archive is not typed on a terminal: name a file with -i FILE, or redirect one");
        }
        var outcomes = new TreeMap<NodeName, Outcome>();
        var receivers = new TreeMap<NodeName, Receiver>();
        var said = new TreeMap<NodeName, List<RawJson>>();
        herd.open(who, new LoadImages())
                .forEach((node, opening) -> {
                    switch (opening) {
                        case Opening.Open(var session) ->
                                receivers.put(node, new Receiver(session, kept(said, node)));
                        case Opening.Not(var why) -> outcomes.put(node, why);
                    }
                });
        if (!receivers.isEmpty()) {
            var nodes = List.copyOf(receivers.keySet());
            var endings =
                    new Delivery(List.copyOf(receivers.values()))
                            .toAll(to -> {
                                if (file.isPresent()) {
                                    ArchiveInput.copy(file.get(), to);
                                } else {
                                    ArchiveInput.copy(console.in(), to);
                                }
                            });
            for (int i = 0; i < nodes.size(); i++) {
                outcomes.put(nodes.get(i), outcome(endings.get(i)));
            }
        }
        return ArchiveReport.loaded(outcomes, said, quiet);
    }

    private static Sink kept(Map<NodeName, List<RawJson>> said, NodeName node) {
        var documents = new ArrayList<RawJson>();
        said.put(node, documents);
        return new Sink() {
            @Override
            public void document(RawJson document) {
                documents.add(document);
            }
        };
    }

    private static Outcome outcome(Ending ending) {
        return switch (ending) {
            case Ending.Complete _, Ending.Exited _ -> new Done(new Result.Nothing());
            case Ending.Broken(var why) -> why;
            case Ending.Interrupted _, Unwritten _ ->
                    new Outcome.Unreachable("it did not say how it ended");
        };
    }
}
