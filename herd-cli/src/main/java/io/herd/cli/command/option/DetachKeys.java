package io.herd.cli.command.option;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Picocli mixin {@code --detach-keys}: what a user types at a terminal to leave a process running.
 */
public final class DetachKeys {

    @Option(
            names = "--detach-keys",
            paramLabel = "KEYS",
            converter = Converter.class,
            description =
                    "Override the key sequence for detaching a container, such as ctrl-a,q. Default: ctrl-p,ctrl-q.")
    @Nullable String given;

    public Optional<String> keys() {
        return Optional.ofNullable(given);
    }

    static final class Converter implements ITypeConverter<String> {

        // As moby's term.ToBytes.
        private static final String KEY = "(?:[\\x00-\\x7f&&[^,]]|ctrl-[a-z@\\[\\]\\\\^_])";
        private static final Pattern KEYS = Pattern.compile(KEY + "(?:," + KEY + ")*");

        @Override
        public String convert(String text) {
            if (!KEYS.matcher(text).matches()) {
                throw new TypeConversionException(
                        "invalid keys '%s': use characters and ctrl-LETTER, with commas between, such as ctrl-a,q"
                                .formatted(text));
            }
            return text;
        }
    }
}
