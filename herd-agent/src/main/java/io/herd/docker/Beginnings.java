package io.herd.docker;

import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Which of several daemons have begun to answer, and why the others have not. Thread-safe. */
final class Beginnings {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final Set<NodeName> awaited = ConcurrentHashMap.newKeySet();
    private final Map<NodeName, String> missing = new ConcurrentHashMap<>();

    Beginnings(Collection<NodeName> nodes) {
        awaited.addAll(nodes);
    }

    void begun(NodeName node) {
        awaited.remove(node);
    }

    /**
     * It has ended.
     *
     * @return whether it had begun in time
     */
    boolean ended(NodeName node, String why) {
        if (awaited.contains(node)) {
            missing.put(node, why);
            awaited.remove(node);
        }
        return !missing.containsKey(node);
    }

    /**
     * Waits for all, but not for long, and still less for those that are known to be silent.
     *
     * @param enough whether to wait no longer
     * @return why those have not begun that have not
     */
    NavigableMap<NodeName, String> await(SilentNodes silent, BooleanSupplier enough) {
        var soon = Deadline.in(PATIENCE);
        while (!awaited.stream().allMatch(silent::has)
                && !soon.passed()
                && !enough.getAsBoolean()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        for (var node : awaited) {
            if (soon.passed()) {
                silent.waitedInVainFor(node);
            }
            var _ = ended(node, "no answer within %d s".formatted(PATIENCE.toSeconds()));
        }
        return new TreeMap<>(missing);
    }
}
