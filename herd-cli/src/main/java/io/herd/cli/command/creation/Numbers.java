package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Picocli converters of whole numbers, within the limits that docker's own client checks. */
public final class Numbers {

    private static final int MOST_WEIGHT = 65_535;
    private static final int MOST_SWAPPINESS = 100;
    private static final int MOST_SCORE = 1_000;

    private Numbers() {}

    // Decimal, or with 0x in front, as Go reads it, too.
    static long parse(String text, long least, long most, String forms) {
        try {
            long number = Long.decode(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same mend as for one that is out of bounds.
        }
        throw new IllegalArgumentException("invalid number '%s': use %s".formatted(text, forms));
    }

    private static Long checked(String text, long least, long most, String forms) {
        try {
            return parse(text, least, most, forms);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** Any number; what is possible is for the daemon to say. */
    public static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return checked(text, Long.MIN_VALUE, Long.MAX_VALUE, "a whole number");
        }
    }

    public static final class Natural implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return checked(text, 0, Integer.MAX_VALUE, "0 or more");
        }
    }

    public static final class Weight implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return checked(text, 0, MOST_WEIGHT, "10 to 1000, or 0 for none");
        }
    }

    public static final class Swappiness implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return checked(text, -1, MOST_SWAPPINESS, "0 to 100, or -1 for the daemon's own");
        }
    }

    public static final class OomScore implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return checked(text, -MOST_SCORE, MOST_SCORE, "-1000 to 1000");
        }
    }

    /** A size, or -1 for no limit. */
    public static final class SwapBytes implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return text.equals("-1") ? Long.valueOf(-1) : new Converters.Bytes().convert(text);
        }
    }
}
