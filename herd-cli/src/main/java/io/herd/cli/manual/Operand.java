package io.herd.cli.manual;

/**
 * What is typed behind a command without a dash.
 *
 * @param many whether there may be more than one
 * @param description empty if the label says it all
 */
public record Operand(Argument argument, boolean optional, boolean many, String description) {

    /** As the help shows it. */
    String syntax() {
        var one = argument.label() + (many ? "..." : "");
        return optional ? "[" + one + "]" : one;
    }
}
