package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTest {

    // What docker's own units.HumanDuration gives for these.
    @ParameterizedTest
    @CsvSource({
        "PT0.4S, Less than a second",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT60S, About a minute",
        "PT119S, About a minute",
        "PT2M, 2 minutes",
        "PT59M59S, 59 minutes",
        "PT60M, About an hour",
        "PT89M, About an hour",
        "PT90M, 2 hours",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "P13D, 13 days",
        "P14D, 2 weeks",
        "P59D, 8 weeks",
        "P60D, 2 months",
        "P729D, 24 months",
        "P730D, 2 years"
    })
    void durationsReadAsDockers(Duration duration, String text) {
        assertThat(Human.duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "1023, 1023B",
        "1024, 1KiB",
        "1536, 1.5KiB",
        "8342327296, 7.769GiB",
        "25253445632, 23.52GiB",
        "1099511627776, 1TiB"
    })
    void sizesReadAsDockers(long bytes, String text) {
        assertThat(Human.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT59S, 59s",
        "PT60S, 1m",
        "PT3M, 3m",
        "PT60M, 1h",
        "PT48H, 2d",
        "P14D, 2w",
        "P60D, 2mo",
        "P730D, 2y"
    })
    void inBriefOneLetterIsEnough(Duration duration, String text) {
        assertThat(Human.brief(duration)).isEqualTo(text);
    }
}
