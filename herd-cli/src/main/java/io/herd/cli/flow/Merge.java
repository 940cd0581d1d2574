package io.herd.cli.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Merges several sources into one order by time. Each piece waits a little for older ones of other
 * sources; one that comes later than that is passed on out of order, not lost. Thread-safe.
 */
public final class Merge<T> {

    /** Most pieces that wait; a source that has more is blocked. */
    private static final int MOST = 10_000;

    private record Piece<T>(T what, long time, long ripe) {}

    private final ToLongFunction<T> time;
    private final long patience;
    private final PriorityQueue<Piece<T>> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Piece::time));
    private int sources;

    /**
     * @param sources how many sources there are at the beginning
     * @param time the time of a piece, by which pieces are ordered
     * @param patience how long a piece waits for older ones
     */
    public Merge(int sources, ToLongFunction<T> time, Duration patience) {
        this.sources = sources;
        this.time = time;
        this.patience = patience.toNanos();
    }

    /** Adds a piece of one of the sources; blocks while too many pieces wait. */
    public synchronized void add(T what) throws InterruptedException {
        while (waiting.size() >= MOST) {
            wait();
        }
        waiting.add(new Piece<>(what, time.applyAsLong(what), System.nanoTime() + patience));
        notifyAll();
    }

    /** Counts one more source. */
    public synchronized void began() {
        sources++;
    }

    /** Counts one source less: it has ended. */
    public synchronized void ended() {
        sources--;
        notifyAll();
    }

    /**
     * Waits for the next piece in order.
     *
     * @return empty once all sources have ended and all pieces are taken
     */
    public synchronized Optional<T> next() throws InterruptedException {
        while (true) {
            var first = waiting.peek();
            if (first == null && sources == 0) {
                return Optional.empty();
            }
            long left = first == null ? 0 : first.ripe() - System.nanoTime();
            if (first != null && (left <= 0 || sources == 0 || waiting.size() >= MOST)) {
                notifyAll();
                return Optional.of(waiting.remove().what());
            }
            if (first == null) {
                wait();
            } else {
                wait(left / 1_000_000 + 1);
            }
        }
    }
}
