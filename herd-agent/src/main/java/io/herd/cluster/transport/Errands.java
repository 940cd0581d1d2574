package io.herd.cluster.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * Does on threads what datagrams ask for, within bounds: to one address one errand at a time and
 * not again at once, and few in all. What exceeds them is dropped: whoever means it asks again.
 */
public final class Errands<A> {

    /** Between the beginnings of two errands to one address. */
    static final Duration PAUSE = Duration.ofMillis(250);

    /** Under way at a time. */
    static final int MOST = 32;

    // Addresses whose last errand is remembered.
    private static final int MOST_REMEMBERED = 1_024;

    private final ThreadFactory threads;
    private final LongSupplier nanos;
    private final Map<A, Long> begun = new HashMap<>();
    private final Set<A> underWay = new HashSet<>();

    /**
     * @param nanos as of {@link System#nanoTime()}
     */
    public Errands(ThreadFactory threads, LongSupplier nanos) {
        this.threads = threads;
        this.nanos = nanos;
    }

    /** Returns whether it is done; if not, it is dropped. */
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
