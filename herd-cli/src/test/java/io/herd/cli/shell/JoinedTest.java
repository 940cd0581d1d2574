package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cluster.JoinException;
import io.herd.model.HostPort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final TestHerd herd = new TestHerd();
    private final Joined joined = new Joined(herd, List.of(), TestHerd.SETTINGS);

    @Test
    void allLinesShareOneHerdWhichNoneOfThemLeaves() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (var lent = joined.connect(List.of(), TestHerd.SETTINGS, TIMEOUT)) {
                assertThat(lent.nodes()).hasSize(2);
            }
        }

        assertThat(herd.joins).hasValue(1);
    }

    @Test
    void aLineThatNamesAnotherHerdGetsThatOneForItself() throws Exception {
        joined.herd();
        var elsewhere = TestHerd.settings(List.of(new HostPort("elsewhere", 7800)));

        joined.connect(List.of(), elsewhere, TIMEOUT).close();
        joined.connect(List.of(), elsewhere, TIMEOUT).close();

        assertThat(herd.joins).hasValue(3);
    }

    @Test
    void nodesThatWereSeenAreRemembered() throws Exception {
        joined.herd();
        herd.come("c");
        joined.look();
        herd.go("a");

        assertThat(joined.look()).isTrue();
        assertThat(joined.up()).isEqualTo(2);
        assertThat(joined.seen()).isEqualTo(3);
    }

    @Test
    void aHerdThatWasLostIsJoinedAnew() throws Exception {
        joined.herd();
        herd.go("a", "b");

        assertThat(joined.look()).isFalse();
        assertThat(joined.up()).isZero();
        assertThatThrownBy(joined::herd)
                .isInstanceOf(JoinException.class)
                .hasMessage("no agent answers");

        herd.come("b");

        assertThat(joined.herd().nodes()).hasSize(1);
        assertThat(herd.joins).hasValue(2);
        assertThat(joined.up() + "/" + joined.seen()).isEqualTo("1/2");
    }
}
