package io.herd.cli.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Prints durations, sizes and long texts as docker does. */
public final class Human {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private static final String[] DECIMAL = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Human() {}

    /** The duration as docker's units.HumanDuration prints it. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        long minutes = duration.toMinutes();
        long hours = Math.round(duration.toSeconds() / 3600.0);
        if (seconds < 1) {
            return "Less than a second";
        } else if (seconds == 1) {
            return "1 second";
        } else if (seconds < 60) {
            return seconds + " seconds";
        } else if (minutes == 1) {
            return "About a minute";
        } else if (minutes < 60) {
            return minutes + " minutes";
        } else if (hours == 1) {
            return "About an hour";
        }
        return days(hours);
    }

    /** The same with as few letters as possible: {@code 3m}, {@code 2mo}. */
    static String brief(Duration duration) {
        return duration(duration)
                .replaceFirst("Less than a", "0")
                .replaceFirst("About an?", "1")
                .replaceFirst(" (mo|.).*", "$1");
    }

    private static String days(long hours) {
        if (hours < 48) {
            return hours + " hours";
        } else if (hours < 24 * 7 * 2) {
            return hours / 24 + " days";
        } else if (hours < 24 * 30 * 2) {
            return hours / 24 / 7 + " weeks";
        } else if (hours < 24 * 365 * 2) {
            return hours / 24 / 30 + " months";
        }
        return hours / 24 / 365 + " years";
    }

    /**
     * The size as docker's units.HumanSizeWithPrecision prints it: three significant digits,
     * decimal units.
     */
    public static String size(long bytes) {
        return size(bytes, 3);
    }

    /** The same with four digits, as docker's units.HumanSize prints it. */
    static String preciseSize(long bytes) {
        return size(bytes, 4);
    }

    private static String size(long bytes, int precision) {
        var value = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (value.compareTo(THOUSAND) >= 0 && unit < DECIMAL.length - 1) {
            value = value.divide(THOUSAND);
            unit++;
        }
        var digits = value.round(new MathContext(precision)).stripTrailingZeros().toPlainString();
        return digits + DECIMAL[unit];
    }

    /** The size as docker's units.BytesSize prints it: four significant digits, binary units. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        var digits = String.format(Locale.ROOT, "%.4g", value);
        return (digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits)
                + UNITS[unit];
    }

    /**
     * The beginning of a text. As docker does it, by characters: what a terminal has room for is
     * another matter.
     *
     * @param most characters, with the ellipsis
     */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
