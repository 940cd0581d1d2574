package io.herd.cli.layout;

import io.herd.cli.layout.Datum.Flag;
import io.herd.cli.layout.Datum.Fraction;
import io.herd.cli.layout.Datum.Nothing;
import io.herd.cli.layout.Datum.Text;
import io.herd.cli.layout.Datum.Whole;
import java.math.BigDecimal;
import java.util.List;

/** What {@code eq}, {@code lt} and the like say of values. */
final class Comparison {

    private Comparison() {}

    /** Whether the first value is equal to any of the others. */
    static boolean equalToAny(List<Datum> values) {
        return values.stream().skip(1).anyMatch(it -> equal(values.getFirst(), it));
    }

    static boolean equal(Datum a, Datum b) {
        if (a instanceof Nothing || b instanceof Nothing) {
            return a instanceof Nothing && b instanceof Nothing;
        }
        if (a instanceof Flag(boolean left) && b instanceof Flag(boolean right)) {
            return left == right;
        }
        return order(a, b) == 0;
    }

    /** Negative if the first comes before the second. */
    static int order(Datum a, Datum b) {
        if (a instanceof Text(var left, _) && b instanceof Text(var right, _)) {
            return left.compareTo(right);
        }
        if (isNumber(a) && isNumber(b)) {
            return number(a).compareTo(number(b));
        }
        throw new LayoutException(
                "'%s' cannot be compared with '%s': one is %s, the other %s"
                        .formatted(
                                Pieces.shortened(GoText.of(a)),
                                Pieces.shortened(GoText.of(b)),
                                a.kind(),
                                b.kind()));
    }

    private static boolean isNumber(Datum value) {
        return value instanceof Whole
                || (value instanceof Fraction(double it) && Double.isFinite(it));
    }

    private static BigDecimal number(Datum value) {
        return new BigDecimal(GoText.of(value));
    }
}
