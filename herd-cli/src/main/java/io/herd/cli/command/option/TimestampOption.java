package io.herd.cli.command.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as {@code docker logs --since} takes it: a date and time with or without a zone, seconds
 * since 1970, or how long ago.
 *
 * @param seconds since 1970, with up to nine decimals, as the Docker API wants it
 */
public record TimestampOption(String seconds) {

    // As Docker's GetTimestamp: a date, then hours, minutes, seconds and fractions as far as
    // needed, and a zone if it is not the local one.
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd")
                    .optionalStart()
                    .appendPattern("'T'HH")
                    .optionalStart()
                    .appendPattern(":mm")
                    .optionalStart()
                    .appendPattern(":ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .optionalEnd()
                    .optionalEnd()
                    .appendPattern("[XXX]")
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    public static TimestampOption parse(String text, Instant now) {
        if (text.matches("\\d{1,11}(\\.\\d{1,9})?")) {
            return new TimestampOption(text);
        }
        return ago(text, now)
                .or(() -> time(text))
                .map(it ->
                        new TimestampOption("%d.%09d".formatted(it.getEpochSecond(), it.getNano())))
                .orElseThrow(() ->
                        new TypeConversionException(
                                "invalid time '%s': use one such as 2026-01-31T12:00:00, or how long ago, such as 10m or 1h30m"
                                        .formatted(text)));
    }

    private static Optional<Instant> ago(String text, Instant now) {
        try {
            return GoDuration.parse(text).map(now::minus);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            var read = FORM.parse(text);
            var time =
                    Optional.ofNullable(read.query(TemporalQueries.localTime()))
                            .orElse(LocalTime.MIDNIGHT);
            var zone =
                    Optional.<ZoneId>ofNullable(read.query(TemporalQueries.offset()))
                            .orElse(ZoneId.systemDefault());
            return Optional.of(LocalDate.from(read).atTime(time).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Converts the values of options, relative to now. */
    public static final class Converter implements ITypeConverter<TimestampOption> {

        @Override
        public TimestampOption convert(String text) {
            return parse(text, Instant.now());
        }
    }
}
