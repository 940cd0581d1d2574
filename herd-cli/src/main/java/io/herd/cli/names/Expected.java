package io.herd.cli.names;

import io.herd.cli.manual.NameKind;
import io.herd.cli.manual.Value;
import java.util.List;

/** What completion expects at one place of a command line. */
public sealed interface Expected {

    /** One of some fixed words. */
    record Words(List<Word> words) implements Expected {}

    /**
     * A word and what it means.
     *
     * @param meaning one line; may be empty
     */
    record Word(String text, String meaning) {

        /** Whether a value comes behind it, without a space. */
        public boolean goesOn() {
            return Value.goesOn(text);
        }
    }

    /** The name of something in the herd. */
    record Name(NameKind of) implements Expected {

        /** Whether this host has such names, and no node. */
        public boolean isLocal() {
            return of == NameKind.TEMPLATE;
        }
    }

    /**
     * A path.
     *
     * @param directory whether it must be one
     */
    record File(boolean directory) implements Expected {}

    /** Anything: completion offers nothing. */
    record Anything() implements Expected {}
}
