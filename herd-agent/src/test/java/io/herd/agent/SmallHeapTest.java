package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallHeapTest {

    private static final long MEGABYTE = 1 << 20;

    private long taken = 10 * MEGABYTE;
    private int collections;
    private final SmallHeap heap = new SmallHeap(() -> taken, this::collect);

    private void collect() {
        collections++;
        taken -= 3 * MEGABYTE;
    }

    @Test
    void oneThatHasGrownIsCollected() {
        taken += 4 * MEGABYTE;

        heap.look();

        assertThat(collections).isEqualTo(1);
    }

    @Test
    void oneThatStaysAsItIsIsLeftAlone() {
        taken += 4 * MEGABYTE - 1;

        heap.look();

        assertThat(collections).isZero();
    }

    @Test
    void whatIsLeftAfterwardsIsNeeded() {
        taken += 20 * MEGABYTE;
        heap.look();

        heap.look();
        taken += 4 * MEGABYTE;
        heap.look();

        assertThat(collections).isEqualTo(2);
    }
}
