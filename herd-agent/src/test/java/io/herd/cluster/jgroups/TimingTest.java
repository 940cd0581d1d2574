package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cluster.Detection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    @Test
    void whatIsNormalIsUsual() {
        assertThat(Timing.of(Detection.NORMAL)).isEqualTo(Timing.USUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 20, 300})
    void whoeverBearsLessHasHeardTwoSignsOfLifeAlsoOfThoseWhoBearMore(int seconds) {
        var timing = Timing.of(new Detection(Duration.ofSeconds(seconds)));

        assertThat(timing.heartbeatInterval())
                .isLessThanOrEqualTo(Duration.ofMillis(1_500))
                .isLessThanOrEqualTo(timing.heartbeatTimeout().dividedBy(2));
        // A restarted agent waits until its dead process is out of the herd.
        assertThat(timing.rivalGone())
                .isGreaterThan(
                        timing.heartbeatTimeout()
                                .plus(timing.heartbeatInterval())
                                .plus(timing.verify()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1.999S", "PT5M0.001S"})
    void whatIsTooShortOrTooLongIsRefused(Duration silence) {
        assertThatThrownBy(() -> new Detection(silence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not 2 s to 5 min");
    }
}
