package io.herd.cli.manual;

/**
 * An operand of a command: an argument that is not an option.
 *
 * @param many whether there may be more than one
 * @param description empty if the label says it all
 */
public record Operand(Argument argument, boolean optional, boolean many, String description) {

    /** The form that the help shows. */
    String syntax() {
        var one = argument.label() + (many ? "..." : "");
        return optional ? "[" + one + "]" : one;
    }
}
