package io.herd.cli.command.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
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
import java.util.regex.Pattern;
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
    private static final Pattern DURATION =
            Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");

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

    // As Go writes durations: numbers with units, one after the other, such as 1h30m.
    private static Optional<Instant> ago(String text, Instant now) {
        var parts = DURATION.matcher(text);
        var whole = Duration.ZERO;
        int end = 0;
        try {
            for (; parts.find() && parts.start() == end; end = parts.end()) {
                var nanos = new BigDecimal(parts.group(1)).multiply(nanos(parts.group(2)));
                whole = whole.plusNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
            }
            return end == text.length() && end > 0
                    ? Optional.of(now.minus(whole))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal nanos(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "ns" -> 1;
                    case "us", "µs" -> 1_000;
                    case "ms" -> 1_000_000;
                    case "s" -> 1_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    default -> 3_600_000_000_000L;
                });
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
