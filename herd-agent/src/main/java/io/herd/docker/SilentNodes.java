package io.herd.docker;

import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The nodes that have lately not answered in time: they are asked like any other, but not waited
 * for as long, so that a request of several questions is not slow several times. Thread-safe.
 */
public final class SilentNodes {

    private static final Duration LATELY = Duration.ofSeconds(10);

    private final Map<NodeName, Long> since = new ConcurrentHashMap<>();

    void answered(NodeName node) {
        since.remove(node);
    }

    void waitedInVainFor(NodeName node) {
        since.put(node, System.nanoTime());
    }

    boolean has(NodeName node) {
        var last = since.get(node);
        return last != null && System.nanoTime() - last < LATELY.toNanos();
    }
}
