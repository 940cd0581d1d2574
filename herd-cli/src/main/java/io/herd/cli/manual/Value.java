package io.herd.cli.manual;

import java.util.List;

/** The kind of value that completion can offer for an argument. */
public sealed interface Value {

    /** Names of the live herd. */
    record Names(NameKind of) implements Value {}

    record Files() implements Value {}

    record Directories() implements Value {}

    /** One of some fixed words. */
    record Words(List<String> words) implements Value {}

    /** Whether a value comes behind a fixed word, without a space. */
    static boolean goesOn(String word) {
        return word.endsWith("=") || word.endsWith(":");
    }

    /** Anything: completion offers nothing. */
    record Anything() implements Value {}
}
