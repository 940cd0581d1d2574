package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import io.herd.model.Legible;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names that whoever completes a word is offered. */
public final class Typeable {

    private Typeable() {}

    /** Those that can be seen and typed, and are not an option once they stand in a line. */
    public static SortedSet<String> of(SortedSet<String> names) {
        return names.stream()
                .filter(name -> Legible.isLegible(name) && !name.startsWith("-"))
                .collect(toCollection(TreeSet::new));
    }
}
