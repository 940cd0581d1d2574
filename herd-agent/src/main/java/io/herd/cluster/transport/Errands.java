package io.herd.cluster.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * Runs tasks that datagrams trigger, each on its own thread, within limits: one at a time per
 * address with a pause between two, and few in all. A task beyond the limits is dropped: an honest
 * sender asks again. Thread-safe.
 */
public final class Errands<A> {

    /** Minimum time between the starts of two tasks for one address. */
    static final Duration PAUSE = Duration.ofMillis(250);

    /** Maximum number of tasks running at a time. */
    static final int MOST = 32;

    // Maximum number of addresses whose last task is remembered.
    private static final int MOST_REMEMBERED = 1_024;

    private final ThreadFactory threads;
    private final LongSupplier nanos;
    private final Map<A, Long> begun = new HashMap<>();
    private final Set<A> underWay = new HashSet<>();

    /**
     * @param nanos clock like {@link System#nanoTime()}
     */
    public Errands(ThreadFactory threads, LongSupplier nanos) {
        this.threads = threads;
        this.nanos = nanos;
    }

    /** Starts the task, or drops it and returns false if it exceeds the limits. */
    public synchronized boolean run(A to, Runnable errand) {
        long now = nanos.getAsLong();
        begun.values().removeIf(time -> now - time >= PAUSE.toNanos());
        if (underWay.size() >= MOST
                || underWay.contains(to)
                || begun.containsKey(to)
                || begun.size() >= MOST_REMEMBERED) {
            return false;
        }
        begun.put(to, now);
        underWay.add(to);
        threads.newThread(() -> doIt(to, errand)).start();
        return true;
    }

    private void doIt(A to, Runnable errand) {
        try {
            errand.run();
        } finally {
            ended(to);
        }
    }

    private synchronized void ended(A to) {
        underWay.remove(to);
    }
}
