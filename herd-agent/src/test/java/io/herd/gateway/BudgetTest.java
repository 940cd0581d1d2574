package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Budget budget = new Budget(100 << 10);

    @Test
    void whatOneHoldsAnotherCannotHave() throws Exception {
        try (var one = budget.share();
                var other = budget.share()) {
            assertThat(one.holds(60 << 10, AT_ONCE)).isTrue();
            assertThat(other.holds(60 << 10, AT_ONCE)).isFalse();
            assertThat(other.holds(40 << 10, AT_ONCE)).isTrue();
        }
    }

    @Test
    void whatIsGivenBackCanBeHadAgain() throws Exception {
        try (var one = budget.share();
                var other = budget.share()) {
            assertThat(one.holds(100 << 10, AT_ONCE)).isTrue();
            assertThat(one.holds(10 << 10, AT_ONCE)).isTrue();
            assertThat(other.holds(90 << 10, AT_ONCE)).isTrue();
        }
        try (var next = budget.share()) {
            assertThat(next.holds(100 << 10, AT_ONCE)).isTrue();
        }
    }

    @Test
    void oneThatNeedsMoreThanThereIsLeavesRoomForSmallOnesOnly() throws Exception {
        try (var one = budget.share();
                var other = budget.share()) {
            assertThat(one.holds(1L << 40, AT_ONCE)).isTrue();
            assertThat(other.holds(26 << 10, AT_ONCE)).isFalse();
            assertThat(other.holds(25 << 10, AT_ONCE)).isTrue();
        }
        try (var next = budget.share()) {
            assertThat(next.holds(100 << 10, AT_ONCE)).isTrue();
        }
    }
}
