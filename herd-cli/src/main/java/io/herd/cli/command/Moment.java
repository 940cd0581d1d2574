package io.herd.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as {@code docker logs --since} takes it: a time of day somewhere, seconds since 1970, or
 * how long ago.
 *
 * @param seconds since 1970, with nine decimals, as the Docker API wants it
 */
record Moment(String seconds) {

    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(),
                    text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

    static Moment parse(String text, Instant now) {
        if (text.matches("\\d{1,11}(\\.\\d{1,9})?")) {
            return new Moment(text);
        }
        return ago(text, now)
                .or(() -> time(text))
                .map(it -> new Moment("%d.%09d".formatted(it.getEpochSecond(), it.getNano())))
                .orElseThrow(() ->
                        new TypeConversionException(
                                "'%s' is no time: use one such as 2026-01-31T12:00:00, or how long ago, such as 10m or 1h30m"
                                        .formatted(text)));
    }

    // Go's durations but for its smallest units.
    private static Optional<Instant> ago(String text, Instant now) {
        if (!text.matches("(\\d+h)?(\\d+m)?(\\d+(\\.\\d+)?s)?") || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(now.minus(Duration.parse("PT" + text)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException e) {
                // Perhaps the next.
            }
        }
        return Optional.empty();
    }

    /** For options. */
    static final class Converter implements ITypeConverter<Moment> {

        @Override
        public Moment convert(String text) {
            return parse(text, Instant.now());
        }
    }
}
