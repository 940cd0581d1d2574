package io.herd.model;

import static io.herd.Properties.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration MOST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    @Test
    void anyTimeIsADeadlineThatIsNeverFurtherAwayThanTheLongest() {
        property()
                .forAll(longs().all())
                .checkAssert(seconds -> {
                    var deadline = Deadline.in(Duration.ofSeconds(seconds));

                    assertThat(deadline.remaining())
                            .isBetween(Duration.ZERO, Deadline.LONGEST)
                            .isLessThanOrEqualTo(Duration.ofSeconds(Math.max(0, seconds)));
                    assertThat(deadline.passed()).isEqualTo(seconds <= 0);
                    assertThat(deadline.heard().remaining())
                            .isBetween(Duration.ZERO, Deadline.LONGEST);
                });
    }

    @Test
    void theEarlierCountsHoweverFarTheOtherIs() {
        var soon = Deadline.in(Duration.ofSeconds(1));

        assertThat(soon.within(MOST)).isEqualTo(soon);
        assertThat(Deadline.in(MOST).within(Duration.ofSeconds(1)).remaining())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Deadline.in(MOST.negated()).passed()).isTrue();
    }
}
