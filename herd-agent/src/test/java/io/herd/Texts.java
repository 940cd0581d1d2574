package io.herd;

import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.quicktheories.core.Gen;

/** Texts for properties that must hold for any. */
public final class Texts {

    /** What readers stumble over: quotes, brackets, escapes, controls, halves of a pair. */
    public static final Gen<String> HOSTILE =
            of("a1 \"'\\{}[]():,.$/=!-_\n\r\t\b\u0000\u001f\u007f\u2028é\ud83d\udc04\ud800", 12);

    private Texts() {}

    /**
     * @param alphabet the characters that may be in it, each of them a UTF-16 unit
     * @param longest how many there may be
     */
    public static Gen<String> of(String alphabet, int longest) {
        var units = alphabet.chars().mapToObj(Character::toString).toList();
        return lists().of(arbitrary().pick(units))
                .ofSizeBetween(0, longest)
                .map(picked -> String.join("", picked));
    }

    /** Texts of which a few characters were lost or hostile ones put in. */
    public static Gen<String> damaged(Gen<String> whole) {
        var injuries =
                lists().of(integers().between(0, 10_000).zip(HOSTILE, Injury::new))
                        .ofSizeBetween(1, 3);
        return whole.zip(injuries, Texts::damaged);
    }

    private static String damaged(String text, List<Injury> injuries) {
        var damaged = text;
        for (var injury : injuries) {
            damaged = injury.to(damaged);
        }
        return damaged;
    }

    private record Injury(int where, String put) {

        String to(String text) {
            int at = where % (text.length() + 1);
            int lost = where % 2;
            return text.substring(0, at) + put + text.substring(Math.min(text.length(), at + lost));
        }
    }
}
