package io.herd.cli.manual;

import java.util.List;

/** What may be typed in one place. */
public sealed interface Value {

    /** Names of the live herd. */
    record Names(NameKind of) implements Value {}

    record Files() implements Value {}

    record Directories() implements Value {}

    /** One of these. */
    record Words(List<String> words) implements Value {}

    /** Nothing that can be foreseen. */
    record Anything() implements Value {}
}
