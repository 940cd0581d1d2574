package io.herd.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void oneOfANameGoesAfterTheOther() {
        var within = new AtomicInteger();
        var seen =
                Parallel.map(
                        IntStream.range(0, 50).boxed().toList(),
                        _ ->
                                taken(
                                        "shop",
                                        () -> {
                                            int now = within.incrementAndGet();
                                            LockSupport.parkNanos(100_000);
                                            within.decrementAndGet();
                                            return now;
                                        }));

        assertThat(seen).hasSize(50).containsOnly(1);
    }

    @Test
    void oneNameDoesNotWaitForAnother() throws Exception {
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow =
                Thread.ofVirtual()
                        .start(() ->
                                taken(
                                        "shop",
                                        () -> {
                                            inside.countDown();
                                            return await(end);
                                        }));
        inside.await();

        assertThat(taken("blog", () -> 1)).isEqualTo(1);

        end.countDown();
        slow.join();
    }

    @Test
    void whatFailsEndsItsTurn() {
        assertThatThrownBy(() ->
                        taken(
                                "shop",
                                () -> {
                                    throw new IllegalStateException("none");
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(taken("shop", () -> 2)).isEqualTo(2);
    }

    private int taken(String name, Turns.Step<Integer, RuntimeException> step) {
        return turns.take(name, step);
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
