package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import io.herd.model.Legible;
import java.util.SortedSet;
import java.util.TreeSet;

/** Filters the names that completion offers. */
public final class Typeable {

    private Typeable() {}

    /** The names that can be displayed and typed, and that would not be taken for an option. */
    public static SortedSet<String> of(SortedSet<String> names) {
        return names.stream()
                .filter(name -> Legible.isLegible(name) && !name.startsWith("-"))
                .collect(toCollection(TreeSet::new));
    }
}
