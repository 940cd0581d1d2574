package io.herd.cli.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.herd.cli.layout.Datum.Flag;
import io.herd.cli.layout.Datum.Fraction;
import io.herd.cli.layout.Datum.Text;
import io.herd.cli.layout.Datum.Whole;
import io.herd.model.Legible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Fills Go's {@code printf} formats: verbs with flags, width and precision. */
final class Printf {

    private static final Pattern VERB =
            Pattern.compile("(?s)%([-+# 0]*)([0-9]*)(?:\\.([0-9]*))?(.)?");
    private static final int USUAL_PRECISION = 6;

    private final String format;
    private final List<Datum> arguments;
    // The first is the format itself.
    private int next = 1;

    Printf(String format, List<Datum> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    String text() {
        var text = new StringBuilder();
        var verb = VERB.matcher(format);
        int at = 0;
        while (verb.find(at)) {
            text.append(format, at, verb.start()).append(filled(verb));
            Extent.length(text.length());
            at = verb.end();
        }
        text.append(format.substring(at));
        for (; next < arguments.size(); next++) {
            text.append("%!(EXTRA ").append(described(arguments.get(next))).append(')');
        }
        return text.toString();
    }

    private String filled(MatchResult verb) {
        if (verb.group(4) == null) {
            return "%!(NOVERB)";
        }
        char letter = verb.group(4).charAt(0);
        if (letter == '%') {
            return "%";
        }
        if (next >= arguments.size()) {
            return "%%!%s(MISSING)".formatted(letter);
        }
        var value = arguments.get(next++);
        int width = number(verb.group(2), 0);
        int precision = verb.group(3) == null ? -1 : number(verb.group(3), 0);
        return padded(verb(letter, value, verb.group(1), precision), verb.group(1), width, value);
    }

    private static int number(String digits, int otherwise) {
        if (digits.isEmpty()) {
            return otherwise;
        }
        return Extent.wide(digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    private static String verb(char letter, Datum value, String flags, int precision) {
        if (value instanceof Datum.Elements(var elements) && letter != 'v') {
            return elements.stream()
                    .map(it -> verb(letter, it, flags, precision))
                    .collect(joining(" ", "[", "]"));
        }
        return switch (letter) {
            case 'v' -> flags.contains("#") && value instanceof Text ? quoted(value) : plain(value);
            case 's' ->
                    value instanceof Whole || value instanceof Fraction || value instanceof Flag
                            ? wrong(letter, value)
                            : cut(plain(value), precision);
            case 'q' -> value instanceof Text ? quoted(value) : wrong(letter, value);
            case 't' -> value instanceof Flag ? plain(value) : wrong(letter, value);
            case 'd' -> whole(letter, 10, value, flags);
            case 'b' -> whole(letter, 2, value, flags);
            case 'o' -> whole(letter, 8, value, flags);
            case 'x' -> value instanceof Text ? hex(value) : whole(letter, 16, value, flags);
            case 'X' ->
                    TextCalls.upper(
                            value instanceof Text ? hex(value) : whole('x', 16, value, flags));
            case 'f', 'F' -> fraction(letter, value, flags, precision);
            case 'g' -> value instanceof Fraction ? plain(value) : wrong(letter, value);
            case 'c' ->
                    value instanceof Whole
                            ? Character.toString(
                                    Math.clamp(
                                            Numerals.small(value, "a character"),
                                            ' ',
                                            Character.MAX_CODE_POINT))
                            : wrong(letter, value);
            default -> wrong(letter, value);
        };
    }

    private static String plain(Datum value) {
        return value instanceof Datum.Nothing ? "<nil>" : GoText.shown(value);
    }

    private static String quoted(Datum value) {
        return Legible.of(Quoting.quoted(GoText.of(value)));
    }

    private static String cut(String text, int precision) {
        return precision < 0 || text.codePointCount(0, text.length()) <= precision
                ? text
                : text.substring(0, text.offsetByCodePoints(0, precision));
    }

    private static String hex(Datum value) {
        return HexFormat.of().formatHex(GoText.of(value).getBytes(UTF_8));
    }

    private static String whole(char letter, int radix, Datum value, String flags) {
        if (!(value instanceof Whole(var number))) {
            return wrong(letter, value);
        }
        var prefix = flags.contains("#") && radix == 16 ? "0x" : "";
        return sign(number.signum() < 0, flags) + prefix + number.abs().toString(radix);
    }

    private static String fraction(char letter, Datum value, String flags, int precision) {
        if (!(value instanceof Fraction(double number))) {
            return wrong(letter, value);
        }
        if (!Double.isFinite(number)) {
            return plain(value);
        }
        return sign(number < 0, flags)
                + new BigDecimal(Math.abs(number))
                        .setScale(
                                precision < 0 ? USUAL_PRECISION : precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static String sign(boolean negative, String flags) {
        if (negative) {
            return "-";
        }
        return flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private static String padded(String text, String flags, int width, Datum value) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (!flags.contains("0") || !(value instanceof Whole || value instanceof Fraction)) {
            return " ".repeat(missing) + text;
        }
        int signs = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.substring(0, signs) + "0".repeat(missing) + text.substring(signs);
    }

    /** What Go prints where a verb does not fit its value. */
    private static String wrong(char letter, Datum value) {
        return "%%!%s(%s)".formatted(letter, described(value));
    }

    private static String described(Datum value) {
        var type =
                switch (value) {
                    case Text _ -> "string=";
                    case Whole _ -> "int=";
                    case Fraction _ -> "float64=";
                    case Flag _ -> "bool=";
                    case Datum.Nothing _ -> "";
                    case Datum.Elements _ -> "[]interface {}=";
                    case Datum.Members _ -> "map[string]interface {}=";
                    case Datum.Thing _ -> "";
                };
        return type + plain(value);
    }
}
