package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import io.herd.model.Legible;
import io.herd.model.NaturalOrder;
import java.util.SortedSet;
import java.util.TreeSet;

/** Filters the names that completion offers. */
public final class Typeable {

    private Typeable() {}

    /** A set that sorts names as people do. */
    static SortedSet<String> inOrder() {
        return new TreeSet<>(NaturalOrder.OF_NAMES);
    }

    /** The names that can be displayed and typed, and that would not be taken for an option. */
    public static SortedSet<String> of(SortedSet<String> names) {
        return names.stream()
                .filter(name -> Legible.isLegible(name) && !name.startsWith("-"))
                .collect(toCollection(Typeable::inOrder));
    }
}
