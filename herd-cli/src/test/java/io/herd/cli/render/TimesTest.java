package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    private final Times times = new Times(Instant.parse("2026-06-01T12:00:00Z"));

    @Test
    void aTimeThatWasNeverSetIsNoAge() {
        assertThat(times.ago(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo("N/A");
    }

    @Test
    void anAgeIsInDockersWords() {
        assertThat(times.ago(Instant.parse("2026-06-01T11:57:00Z"))).isEqualTo("3 minutes ago");
    }
}
