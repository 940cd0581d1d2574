package io.herd.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.Deadline;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "1ms, 1, 1ms",
        "1500ms, 1500, 1500ms",
        "30s, 30000, 30s",
        "30, 30000, 30s",
        "2000ms, 2000, 2s",
        "90s, 90000, 90s",
        "120s, 120000, 2m",
        "90m, 5400000, 90m",
        "24h, 86400000, 24h",
        "90d, 7776000000, 2160h"
    })
    void aDurationIsReadAndWrittenAsUsersDo(String text, long millis, String written) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "-1s", "1.5s", "3 parsecs", "10 s", "99999999s"})
    void whatIsNoneIsNamedWithTheForms(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "invalid duration '"
                                + text
                                + "': use a number with ms, s, m, h or d, such as 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"876001h", "9999999h"})
    void whatIsTooLongIsNamedWithTheLongest(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is too long: use at most 876000h");
        assertThat(Durations.parse("876000h")).isEqualTo(Deadline.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({"fast, 3s", "normal, 6s", "wide, 20s", "2s, 2s", "90, 90s", "5m, 5m"})
    void howSoonAnAgentCountsAsLostIsAWordOrATime(String text, String silence) {
        assertThat(Durations.text(Durations.parseDetection(text).silence())).isEqualTo(silence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fast", "off", "1s", "301s", "slow"})
    void anythingElseIsNamedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> Durations.parseDetection(text))
                .hasMessage(
                        "invalid time '"
                                + text
                                + "' until an agent counts as lost: use fast, normal, wide, or 2s to 5m");
    }
}
