package io.herd.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void allRunAtOnceAndTheResultsHaveTheOrderOfTheValues() throws Exception {
        var together = new CyclicBarrier(3);

        var results =
                Parallel.map(
                        List.of("a", "b", "c"),
                        name -> {
                            together.await(10, TimeUnit.SECONDS);
                            return name + name;
                        });

        assertThat(results).containsExactly("aa", "bb", "cc");
    }

    @Test
    void noMoreRunAtOnceThanAllowed() {
        var running = new AtomicInteger();

        var seen =
                Parallel.map(
                        List.of(1, 2, 3, 4),
                        1,
                        _ -> {
                            try {
                                return running.incrementAndGet();
                            } finally {
                                running.decrementAndGet();
                            }
                        });

        assertThat(seen).containsExactly(1, 1, 1, 1);
    }

    @Test
    void ofNothingComesNothing() {
        assertThat(Parallel.map(List.of(), 0, it -> it)).isEmpty();
    }

    @Test
    void whatAStepThrowsIsThrownAsItIs() {
        assertThatThrownBy(() -> Parallel.map(List.of("a", "b"), ParallelTest::fail))
                .isInstanceOf(IOException.class);
    }

    private static String fail(String name) throws IOException {
        throw new IOException(name);
    }
}
