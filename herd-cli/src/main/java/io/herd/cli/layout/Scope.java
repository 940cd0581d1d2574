package io.herd.cli.layout;

import io.herd.cli.layout.Part.Clause;
import java.util.ArrayList;
import java.util.List;

/** The variables of a template while it is filled, the innermost last. */
final class Scope {

    private static final class Variable {
        final String name;
        Datum value;

        Variable(String name, Datum value) {
            this.name = name;
            this.value = value;
        }
    }

    private final List<Variable> known = new ArrayList<>();

    Datum value(String name) {
        return find(name).value;
    }

    /** Gives a value to the variables of a clause, if it has any. */
    void give(Clause clause, Datum value) {
        clause.variables().forEach(name -> give(name, value, clause.declares()));
    }

    void give(String name, Datum value, boolean declares) {
        if (declares) {
            known.add(new Variable(name, value));
        } else if (!name.isEmpty()) {
            find(name).value = value;
        }
    }

    private Variable find(String name) {
        return known.reversed().stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new LayoutException("there is no variable $" + name));
    }

    /** How many there are, for {@link #forget}. */
    int count() {
        return known.size();
    }

    /** Forgets those that were declared since. */
    void forget(int count) {
        known.subList(count, known.size()).clear();
    }
}
