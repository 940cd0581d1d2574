package io.herd.cli.manual;

/**
 * The value that an option or an operand takes.
 *
 * @param label its name in the help, such as {@code FILE}
 * @param separator between several values in one word; empty if it takes one
 */
public record Argument(String label, String separator, Value value) {

    /** The form that the help shows. */
    String syntax() {
        return separator.isEmpty() ? label : label + "[" + separator + label + "...]";
    }
}
