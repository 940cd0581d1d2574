package io.herd.cli.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Brings what several sources tell into one order, that of their times. Each piece waits a little
 * for older ones from elsewhere; what comes later than that is out of order and not lost.
 */
public final class Merge<T> {

    /** Pieces that wait; sources with more must wait, too. */
    private static final int MOST = 10_000;

    private record Piece<T>(T what, long time, long ripe) {}

    private final ToLongFunction<T> time;
    private final long patience;
    private final PriorityQueue<Piece<T>> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Piece::time));
    private int sources;

    /**
     * @param sources how many there are
     * @param time orders what they tell
     * @param patience how long a piece waits for older ones
     */
    public Merge(int sources, ToLongFunction<T> time, Duration patience) {
        this.sources = sources;
        this.time = time;
        this.patience = patience.toNanos();
    }

    /** One of the sources tells something; waits while too much is untold. */
    public synchronized void add(T what) throws InterruptedException {
        while (waiting.size() >= MOST) {
            wait();
        }
        waiting.add(new Piece<>(what, time.applyAsLong(what), System.nanoTime() + patience));
        notifyAll();
    }

    /** There is one source more. */
    public synchronized void began() {
        sources++;
    }

    /** One of the sources has ended. */
    public synchronized void ended() {
        sources--;
        notifyAll();
    }

    /**
     * Waits for the next in order.
     *
     * @return empty once all sources have ended and all is told
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
