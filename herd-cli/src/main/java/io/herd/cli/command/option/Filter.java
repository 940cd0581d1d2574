package io.herd.cli.command.option;

/** One filter of a list, as the user gave it. */
public record Filter(String name, String value) {

    /**
     * @throws IllegalArgumentException naming the text, if it is none
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
