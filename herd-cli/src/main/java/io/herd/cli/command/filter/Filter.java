package io.herd.cli.command.filter;

import io.herd.cli.command.option.Converters;
import picocli.CommandLine.ITypeConverter;

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

    /** Whether it is {@code since} or {@code before}, which name something of any node. */
    public boolean isBound() {
        return CreatedRange.isBound(this);
    }

    static final class Converter implements ITypeConverter<Filter> {
        @Override
        public Filter convert(String text) {
            return Converters.checked(Filter::parse, text);
        }
    }

    /** As the user wrote it. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
