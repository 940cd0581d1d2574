package io.herd.cluster.transport;

import static io.herd.cluster.transport.Freshness.Verdict.FRESH;
import static io.herd.cluster.transport.Freshness.Verdict.OUT_OF_TIME;
import static io.herd.cluster.transport.Freshness.Verdict.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final long WINDOW = Freshness.WINDOW.toMillis();

    private long now = 1_800_000_000_000L;
    private final Freshness freshness = new Freshness(() -> Instant.ofEpochMilli(now));

    @Test
    void eachIsAcceptedOnce() {
        assertThat(freshness.look(1, now)).isEqualTo(FRESH);
        assertThat(freshness.look(1, now)).isEqualTo(REPEATED);
        assertThat(freshness.look(1, now + 1)).isEqualTo(FRESH);
        assertThat(freshness.look(2, now)).isEqualTo(FRESH);
    }

    @Test
    void whatComesLateIsTakenForACopy() {
        assertThat(freshness.look(1, now + 5)).isEqualTo(FRESH);
        assertThat(freshness.look(1, now + 4)).isEqualTo(REPEATED);
    }

    @Test
    void clocksMayDifferByTheWindowAndNotMore() {
        assertThat(freshness.look(1, now - WINDOW)).isEqualTo(FRESH);
        assertThat(freshness.look(2, now + WINDOW)).isEqualTo(FRESH);
        assertThat(freshness.look(3, now - WINDOW - 1)).isEqualTo(OUT_OF_TIME);
        assertThat(freshness.look(4, now + WINDOW + 1)).isEqualTo(OUT_OF_TIME);
        assertThat(freshness.look(5, Long.MIN_VALUE)).isEqualTo(OUT_OF_TIME);
        assertThat(freshness.look(6, Long.MAX_VALUE)).isEqualTo(OUT_OF_TIME);
    }

    @Test
    void noNumberOfSendersMakesACopyFreshAgain() {
        assertThat(freshness.look(0, now)).isEqualTo(FRESH);
        for (int sender = 1; sender <= 10_000; sender++) {
            assertThat(freshness.look(sender, now + sender)).isEqualTo(FRESH);
        }
        for (int sender = 0; sender <= 10_000; sender++) {
            assertThat(freshness.look(sender, now + sender)).isEqualTo(REPEATED);
        }
    }

    @Test
    void aSenderIsForgottenOnlyWhenItsCopiesAreOld() {
        var sent = now;
        assertThat(freshness.look(1, sent)).isEqualTo(FRESH);
        now += WINDOW;
        assertThat(freshness.look(1, sent)).isEqualTo(REPEATED);
        now += 1;
        assertThat(freshness.look(1, sent)).isEqualTo(OUT_OF_TIME);
    }
}
