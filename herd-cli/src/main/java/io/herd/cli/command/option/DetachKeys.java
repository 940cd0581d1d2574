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

    // As moby's term.ToBytes.
    private static final String KEY = "(?:[\\x00-\\x7f&&[^,]]|ctrl-[a-z@\\[\\]\\\\^_])";

    @Option(
            names = "--detach-keys",
            paramLabel = "KEYS",
            converter = Converter.class,
            description =
                    "Override the key sequence for detaching a container, such as ctrl-a,q. Default: docker's detachKeys, or ctrl-p,ctrl-q.")
    @Nullable String given;

    /**
     * The keys that are given, or else those of docker's configuration.
     *
     * @param typed whether anybody can type them: input is passed on, perhaps from a terminal. Only
     *     then is the configuration read
     * @throws UsageException if they are none
     */
    public Optional<String> keys(boolean typed, User user) throws UsageException {
        return given == null && typed ? user.detachKeys() : Optional.ofNullable(given);
    }

    static boolean valid(String keys) {
        return Pattern.matches(KEY + "(?:," + KEY + ")*", keys);
    }

    /** What is to be said of keys that are none. */
    static String invalid(String keys) {
        return "invalid keys '%s': use characters and ctrl-LETTER, with commas between, such as ctrl-a,q"
                .formatted(keys);
    }

    static final class Converter implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!valid(text)) {
                throw new TypeConversionException(invalid(text));
            }
            return text;
        }
    }
}
