package io.herd.cli.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as Go writes and prints them. */
final class Numerals {

    private static final int HEX = 16;
    // The bounds between which Go's %v prints a number without an exponent.
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e21;

    private Numerals() {}

    /** The value of a number in a template. */
    static Datum of(String written) {
        var digits = written.replace("_", "");
        var bare = digits.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
        if (bare.startsWith("0x")) {
            var number = new BigInteger(bare.substring(2), HEX);
            return new Datum.Whole(digits.startsWith("-") ? number.negate() : number);
        }
        return bare.matches("[0-9]+")
                ? new Datum.Whole(new BigInteger(digits))
                : new Datum.Fraction(Double.parseDouble(digits));
    }

    /** A fraction as Go's %v prints it. */
    static String text(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }
        var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
            return exact.toPlainString();
        }
        int exponent = exact.precision() - exact.scale() - 1;
        return "%se%s%02d"
                .formatted(
                        exact.scaleByPowerOfTen(-exponent).toPlainString(),
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }

    /** A whole number that counts something, such as an index. */
    static int small(Datum value, String what) {
        if (value instanceof Datum.Whole(var number) && number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        throw new LayoutException(
                "%s must be a whole number, and is %s '%s'"
                        .formatted(what, value.kind(), GoText.of(value)));
    }
}
