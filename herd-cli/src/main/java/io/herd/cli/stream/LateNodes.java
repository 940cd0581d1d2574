package io.herd.cli.stream;

import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks every second for nodes that have joined or come back, and opens their part of a stream that
 * runs over all nodes.
 */
public final class LateNodes implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Herd herd;
    private final NodeStreams flows;
    private final Function<Set<NodeName>, Map<NodeName, Opening>> open;
    // The nodes at the last look.
    private Set<NodeName> known;
    private final Thread looking;

    /**
     * @param flows the streams that late nodes are added to
     * @param open opens the streams of these nodes
     */
    public LateNodes(
            Herd herd, NodeStreams flows, Function<Set<NodeName>, Map<NodeName, Opening>> open) {
        this.herd = herd;
        this.flows = flows;
        this.open = open;
        this.known = Set.copyOf(herd.nodes());
        this.looking = Thread.ofPlatform().daemon().name("herd-late-nodes").unstarted(this::look);
    }

    public LateNodes start() {
        looking.start();
        return this;
    }

    private void look() {
        try {
            while (!herd.lost()) {
                Thread.sleep(BETWEEN_LOOKS);
                var late = late();
                if (!late.isEmpty()) {
                    flows.add(open.apply(late));
                }
            }
        } catch (InterruptedException e) {
            // Closed: no more late nodes are wanted.
        }
    }

    // Nodes that are new, and nodes whose stream broke and that are there now, even if no look has
    // found them away.
    private Set<NodeName> late() {
        var now = Set.copyOf(herd.nodes());
        var late = new HashSet<>(now);
        late.removeAll(known);
        flows.broken().stream().filter(now::contains).forEach(late::add);
        known = now;
        return late;
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
