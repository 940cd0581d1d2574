package io.herd.cli.command.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads durations as Go writes them, and docker with it: numbers with units, one after the other,
 * such as 1h30m.
 */
public final class GoDuration {

    private static final Pattern PART =
            Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");

    private GoDuration() {}

    /** The duration; empty if the text is none, or has a sign. */
    static Optional<Duration> parse(String text) {
        var parts = PART.matcher(text);
        var whole = Duration.ZERO;
        int end = 0;
        try {
            for (; parts.find() && parts.start() == end; end = parts.end()) {
                var nanos = new BigDecimal(parts.group(1)).multiply(nanos(parts.group(2)));
                whole = whole.plusNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
            }
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        return end == text.length() && end > 0 ? Optional.of(whole) : Optional.empty();
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

    /** The duration in nanoseconds, as the Docker API wants it; Go lets 0 have no unit. */
    public static final class Nanos implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return text.equals("0") ? Long.valueOf(0) : parse(text).orElseThrow().toNanos();
            } catch (NoSuchElementException | ArithmeticException e) {
                throw new TypeConversionException(
                        "invalid duration '%s': use a number with ms, s, m or h, such as 500ms, 10s or 1m30s"
                                .formatted(text));
            }
        }
    }
}
