package io.herd.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the heap that all requests may take together, so that enough is left for the cluster's own
 * messages. Thread-safe.
 */
final class Budget {

    // Not fair: a request that needs little need not queue behind one that needs much.
    private final Semaphore free;
    private final int mostForOne;

    /**
     * @param bytes limit for all requests together
     */
    Budget(long bytes) {
        int total = kibibytes(bytes);
        // Small requests must still be possible beside the largest one.
        this.mostForOne = total - total / 4;
        this.free = new Semaphore(total, false);
    }

    /** Creates the share of one request, still empty. */
    Share share() {
        return new Share();
    }

    private static int kibibytes(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + 1023) >> 10);
    }

    /** The part of the budget that one request holds; used by one thread. */
    final class Share implements AutoCloseable {

        private int held;

        private Share() {}

        /**
         * Changes the share to this many bytes, but at most three quarters of the budget: a request
         * that needs more has no other large one beside it.
         *
         * @param patience how long to wait for room
         * @return whether there was room; if not, the share is unchanged
         */
        boolean holds(long bytes, Duration patience) throws InterruptedException {
            int wanted = Math.min(mostForOne, kibibytes(bytes));
            if (wanted > held
                    && !free.tryAcquire(
                            wanted - held, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (wanted < held) {
                free.release(held - wanted);
            }
            held = wanted;
            return true;
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }
}
