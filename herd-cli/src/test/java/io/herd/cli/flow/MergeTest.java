package io.herd.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void whatSeveralSourcesToldComesInTheOrderOfItsTimes() throws Exception {
        var merge = new Merge<Long>(2, Long::longValue, LONG);
        for (long time : List.of(5L, 1L, 4L)) {
            merge.add(time);
        }
        merge.ended();
        merge.add(2L);
        merge.ended();

        assertThat(all(merge)).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aPieceWaitsForOlderOnesAndNotForEver() throws Exception {
        var merge = new Merge<Long>(1, Long::longValue, Duration.ofMillis(20));
        merge.add(2L);
        merge.add(1L);

        assertThat(merge.next()).contains(1L);
        assertThat(merge.next()).contains(2L);
    }

    @Test
    void whatComesTooLateIsNotLost() throws Exception {
        var merge = new Merge<Long>(1, Long::longValue, Duration.ZERO);
        merge.add(2L);
        assertThat(merge.next()).contains(2L);
        merge.add(1L);
        assertThat(merge.next()).contains(1L);
    }

    @Test
    void theEndIsToldToWhoWaits() throws Exception {
        var merge = new Merge<Long>(1, Long::longValue, LONG);
        var next = new FutureTask<>(merge::next);
        Thread.ofVirtual().start(next);

        merge.ended();

        assertThat(next.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aSourceThatIsFarAheadWaits() throws Exception {
        var merge = new Merge<Long>(1, Long::longValue, LONG);
        var source =
                new FutureTask<>(() -> {
                    for (long time = 0; time < 20_000; time++) {
                        merge.add(time);
                    }
                    merge.ended();
                    return true;
                });
        Thread.ofVirtual().start(source);

        assertThat(merge.next()).contains(0L);
        assertThat(source).isNotDone();
        assertThat(all(merge)).hasSize(19_999).isSorted();
        assertThat(source.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Long> all(Merge<Long> merge) throws InterruptedException {
        var all = new ArrayList<Long>();
        for (Optional<Long> next = merge.next(); next.isPresent(); next = merge.next()) {
            all.add(next.get());
        }
        return all;
    }
}
