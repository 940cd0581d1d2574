package io.herd.agent;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives memory back that the heap has taken and needs no more. The serial collector, the one that
 * costs least itself, looks at what is old only when there is no room up to the limit: without this
 * an agent would slowly grow up to it.
 */
final class SmallHeap {

    // A collection of what an agent keeps takes some 20 ms.
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long MUCH = 4L << 20;

    private final LongSupplier taken;
    private final Runnable collect;
    private long afterwards;

    /**
     * @param taken bytes that the heap has now
     */
    SmallHeap(LongSupplier taken, Runnable collect) {
        this.taken = taken;
        this.collect = collect;
        this.afterwards = taken.getAsLong();
    }

    /** Looks after this process's heap as long as the process runs. */
    static void keep() {
        var heap = new SmallHeap(Runtime.getRuntime()::totalMemory, System::gc);
        Thread.ofVirtual().name("herd-heap").start(heap::keepSmall);
    }

    private void keepSmall() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects if the heap has grown much since it was collected last. */
    void look() {
        if (taken.getAsLong() >= afterwards + MUCH) {
            collect.run();
            afterwards = taken.getAsLong();
        }
    }
}
