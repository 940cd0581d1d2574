package io.herd.cli.layout;

import java.util.List;

/** A part of a parsed template. */
sealed interface Part {

    record Text(String text) implements Part {}

    /** Prints a value, unless the clause names a variable for it. */
    record Print(Clause clause) implements Part {}

    record If(Clause clause, List<Part> then, List<Part> otherwise) implements Part {}

    record With(Clause clause, List<Part> then, List<Part> otherwise) implements Part {}

    record Range(Clause clause, List<Part> each, List<Part> otherwise) implements Part {}

    record Break() implements Part {}

    record Continue() implements Part {}

    /** Fills a template that {@code define} has named. */
    record Include(String name, Expression with) implements Part {}

    /**
     * A value, and the variables that it is given to.
     *
     * @param declares whether the variables are new: {@code :=}
     */
    record Clause(List<String> variables, boolean declares, Expression value) {}
}
