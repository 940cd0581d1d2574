package io.herd.cli.config;

import io.herd.cluster.Detection;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and prints durations as users write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code
 * 1h}, {@code 90d}.
 */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})(ms|s|m|h|d)?");

    private static final String OFF = "off";

    private Durations() {}

    /**
     * Parses a duration; a number without a unit is in seconds.
     *
     * @throws IllegalArgumentException naming the text and the forms
     */
    public static Duration parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "invalid duration '%s': use a number with ms, s, m, h or d, such as 10s"
                            .formatted(text));
        }
        var time = time(form);
        if (time.compareTo(Deadline.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "'%s' is too long: use at most %s".formatted(text, text(Deadline.LONGEST)));
        }
        return time;
    }

    /** The same, or {@code off}, which is zero. */
    public static Duration parseOrOff(String text) {
        return text.equals(OFF) ? Duration.ZERO : parse(text);
    }

    /**
     * How soon an agent counts as lost: a word, or a duration.
     *
     * @throws IllegalArgumentException naming the text, and the words or the limits
     */
    public static Detection parseDetection(String text) {
        return switch (text) {
            case "fast" -> Detection.FAST;
            case "normal" -> Detection.NORMAL;
            case "wide" -> Detection.WIDE;
            default -> detection(text);
        };
    }

    private static Detection detection(String text) {
        try {
            return new Detection(parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "invalid time '%s' until an agent counts as lost: use fast, normal, wide, or 2s to 5m"
                            .formatted(text),
                    e);
        }
    }

    private static Duration time(Matcher form) {
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            case null, default -> Duration.ofSeconds(amount);
        };
    }

    /** The duration in the largest unit in which it is a whole number; {@code off} for zero. */
    public static String text(Duration time) {
        if (time.isZero()) {
            return OFF;
        }
        long millis = time.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }
}
