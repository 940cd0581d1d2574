package io.herd.cli.manual;

/**
 * A place for a value.
 *
 * @param label what stands for it in the help, such as {@code FILE}
 * @param separator between several values in one word; empty if it takes one
 */
public record Argument(String label, String separator, Value value) {

    /** As the help shows it. */
    String syntax() {
        return separator.isEmpty() ? label : label + "[" + separator + label + "...]";
    }
}
