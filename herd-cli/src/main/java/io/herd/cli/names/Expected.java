package io.herd.cli.names;

import java.util.List;

/** What can be typed in one place of a command line. */
public sealed interface Expected {

    /** One of these. */
    record Words(List<Word> words) implements Expected {}

    /**
     * A word and what it means.
     *
     * @param meaning one line; may be empty
     */
    record Word(String text, String meaning) {}

    /** The name of something in the herd. */
    record Name(Kind of) implements Expected {}

    /** What has names. */
    enum Kind {
        CONTAINER,
        NODE,
        IMAGE,
        TEMPLATE
    }

    /**
     * A path.
     *
     * @param directory whether it must be one
     */
    record File(boolean directory) implements Expected {}

    /** Nothing that can be foreseen. */
    record Anything() implements Expected {}
}
