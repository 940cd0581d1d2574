package io.herd.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The heap that all requests may take together, so that it is never what the cluster needs for its
 * own messages.
 */
final class Budget {

    // Whoever needs little need not stand behind one that needs much.
    private final Semaphore free;
    private final int mostForOne;

    /**
     * @param bytes for all requests at one time
     */
    Budget(long bytes) {
        int total = kibibytes(bytes);
        // Small requests go on beside the largest.
        this.mostForOne = total - total / 4;
        this.free = new Semaphore(total, false);
    }

    /** What one request holds; nothing yet. */
    Share share() {
        return new Share();
    }

    private static int kibibytes(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + 1023) >> 10);
    }

    /** Of one request, used by one thread. */
    final class Share implements AutoCloseable {

        private int held;

        private Share() {}

        /**
         * Holds as many bytes as this from now on, but never more than three quarters of all: one
         * that needs more has no other large one beside it.
         *
         * @param patience how long to wait for room
         * @return whether there was room; if not, it holds what it held
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
