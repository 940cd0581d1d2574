package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.herd.answer.Progress;
import io.herd.model.Legible;
import io.herd.model.NodeName;
import io.herd.model.TextWidth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Describes the progress of long work in one line of text: how much is done, and on which nodes.
 * Thread-safe.
 */
final class ProgressText {

    // A name with a digest would leave no room for the rest on most terminals.
    private static final int LONGEST_IMAGE = 40;

    private final Map<NodeName, Integer> counts = new TreeMap<>();
    private final Map<NodeName, String> nodes = new TreeMap<>();
    private String work = "";
    private int all;
    private int done;
    private int notStarted;
    private int failed;

    synchronized void hear(Progress news) {
        switch (news) {
            case Progress.Creating(int instances) -> begin("creating", instances);
            case Progress.Created(_, var node) -> isThere(node);
            case Progress.NotStarted(_, var node) -> {
                isThere(node);
                notStarted++;
            }
            case Progress.Failed _ -> failed++;
            case Progress.Undoing(int instances) -> begin("removing again", instances);
            case Progress.Undone(_, var node) -> isThere(node);
            case Progress.Pulling(String image, var asked) -> begin("pulling", image, asked);
            case Progress.Copying(String image, var to) -> begin("copying", image, to);
            case Progress.Arriving(var node, long bytes) -> nodes.put(node, Human.size(bytes));
            case Progress.Pulled(var node) -> {
                nodes.put(node, "done");
                done++;
            }
            case Progress.NotPulled(var node) -> {
                nodes.put(node, "failed");
                failed++;
            }
            case Progress.Ended _ -> {}
        }
    }

    private void begin(String what, int howMany) {
        counts.clear();
        nodes.clear();
        work = what;
        all = howMany;
        done = 0;
    }

    private void begin(String what, String image, Set<NodeName> asked) {
        begin(what + " " + TextWidth.cut(Legible.of(image), LONGEST_IMAGE), asked.size());
        asked.forEach(node -> nodes.put(node, "…"));
    }

    private void isThere(NodeName node) {
        done++;
        nodes.put(node, Integer.toString(counts.merge(node, 1, Integer::sum)));
    }

    synchronized String line(int width) {
        var line = new StringBuilder("%s: %d of %d".formatted(work, done, all));
        if (notStarted > 0) {
            line.append(", ").append(notStarted).append(" not started");
        }
        if (failed > 0) {
            line.append(", ").append(failed).append(" failed");
        }
        if (!nodes.isEmpty()) {
            line.append(
                    nodes.entrySet().stream()
                            .map(node -> node.getKey() + " " + node.getValue())
                            .collect(joining(", ", " (", ")")));
        }
        return TextWidth.cut(line.toString(), width);
    }
}
