package io.herd.cli.command.creation;

import io.herd.json.text.JsonForm;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --restart}: when the daemon starts a container again.
 *
 * @param times the most restarts; 0 for no limit
 */
public record RestartPolicy(String name, int times) {

    private static final Pattern FORM =
            Pattern.compile("(no|always|unless-stopped|on-failure)(?::([0-9]{1,9}))?");

    /** Writes the policy into its part of a create form. */
    public void into(JsonForm form) {
        form.text("Name", name).number("MaximumRetryCount", times);
    }

    public static final class Converter implements ITypeConverter<RestartPolicy> {
        @Override
        public RestartPolicy convert(String text) {
            var form = FORM.matcher(text);
            if (!form.matches() || (form.group(2) != null && !form.group(1).equals("on-failure"))) {
                throw new TypeConversionException(
                        "invalid restart policy '%s': use no, always, unless-stopped or on-failure[:TIMES]"
                                .formatted(text));
            }
            return new RestartPolicy(
                    form.group(1), form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
        }
    }
}
