package io.herd.cli.command.option;

/** One {@code --filter NAME=VALUE} of a list. */
public record Filter(String name, String value) {

    /**
     * Parses {@code NAME=VALUE}.
     *
     * @throws IllegalArgumentException naming the text, if it has another form
     */
    static Filter parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "invalid filter '%s': use NAME=VALUE, such as name=web".formatted(text));
        }
        return new Filter(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
