package io.herd.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers from JSON exactly. Gson would drop digits after the point, accept text as a
 * number, and keep only the lowest bits of a number that is too large.
 */
public final class WholeNumber {

    // No long has as many characters, and a long row of digits takes long to parse.
    private static final int LONGEST = 40;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private WholeNumber() {}

    static long of(String name, JsonElement element, long least, long most) {
        var number = exact(element);
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            throw new JsonParseException(
                    "'%s' is %s: use %d to %d, a whole number"
                            .formatted(name, shown(element), least, most));
        }
        return number.get();
    }

    static long counter(String name, JsonElement element) {
        return isUnsignedLong(element) ? Long.MAX_VALUE : of(name, element, 0, Long.MAX_VALUE);
    }

    /** The value as it is written, shortened for an error message. */
    public static String shown(JsonElement element) {
        var text = element.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A number that may be missing, or nonsense. */
    public static Optional<Long> maybe(@Nullable JsonElement element) {
        return element == null ? Optional.empty() : exact(element);
    }

    private static Optional<Long> exact(JsonElement element) {
        if (!isNumber(element)) {
            return Optional.empty();
        }
        try {
            // 1e2 and 2.0 are whole numbers, too.
            return Optional.of(new BigDecimal(element.getAsString()).longValueExact());
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isUnsignedLong(JsonElement element) {
        return isNumber(element)
                && element.getAsString().matches("[0-9]{19,20}")
                && new BigInteger(element.getAsString()).compareTo(MOST) > 0;
    }

    private static boolean isNumber(JsonElement element) {
        return element instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsString().length() <= LONGEST;
    }
}
