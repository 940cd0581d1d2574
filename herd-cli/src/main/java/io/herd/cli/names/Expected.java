package io.herd.cli.names;

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
    record Word(String text, String meaning) {}

    /** The name of something in the herd. */
    record Name(Kind of) implements Expected {}

    /** What a name can be of. */
    enum Kind {
        CONTAINER,
        NODE,
        IMAGE,
        VOLUME,
        NETWORK,
        TEMPLATE
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
