package io.herd.cli.layout;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of Go's templates, and those that docker adds. */
enum BuiltIn {
    AND(1, BuiltIn.ANY),
    OR(1, BuiltIn.ANY),
    NOT(1, 1),
    EQ(2, BuiltIn.ANY),
    NE(2, 2),
    LT(2, 2),
    LE(2, 2),
    GT(2, 2),
    GE(2, 2),
    LEN(1, 1),
    INDEX(1, BuiltIn.ANY),
    SLICE(1, 4),
    PRINT(0, BuiltIn.ANY),
    PRINTLN(0, BuiltIn.ANY),
    PRINTF(1, BuiltIn.ANY),
    HTML(1, BuiltIn.ANY),
    JS(1, BuiltIn.ANY),
    URLQUERY(1, BuiltIn.ANY),
    JSON(1, 1),
    SPLIT(2, 2),
    JOIN(2, 2),
    TITLE(1, 1),
    LOWER(1, 1),
    UPPER(1, 1),
    PAD(3, 3),
    TRUNCATE(2, 2);

    private static final int ANY = Integer.MAX_VALUE;

    private final int least;
    private final int most;

    BuiltIn(int least, int most) {
        this.least = least;
        this.most = most;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BuiltIn> named(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** All, for who has mistyped one. */
    static String words() {
        return Stream.of(values()).map(BuiltIn::word).sorted().collect(joining(", "));
    }

    /**
     * Refuses a wrong number of arguments.
     *
     * @throws IllegalArgumentException saying how many there should be
     */
    void check(int arguments) {
        if (arguments < least || arguments > most) {
            throw new IllegalArgumentException(
                    "'%s' takes %s, and has %d".formatted(word(), wanted(), arguments));
        }
    }

    private String wanted() {
        var count = least == 1 ? "1 argument" : least + " arguments";
        if (most == ANY) {
            return count + " or more";
        }
        return least == most ? count : "%d to %d arguments".formatted(least, most);
    }
}
