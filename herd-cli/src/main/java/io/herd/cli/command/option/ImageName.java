package io.herd.cli.command.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * The name that an image is to get.
 *
 * @param repository such as {@code registry:5000/a/b}
 * @param tag {@code latest} if none is given
 */
public record ImageName(String repository, String tag) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<repository>(?:[a-zA-Z0-9.-]+(?::[0-9]+)?/)?[a-z0-9._-]+(?:/[a-z0-9._-]+)*)"
                            + "(?::(?<tag>[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}))?");

    static ImageName parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "invalid name '%s': use REPOSITORY[:TAG], the repository in small letters"
                            .formatted(text));
        }
        var tag = form.group("tag");
        return new ImageName(form.group("repository"), tag == null ? "latest" : tag);
    }

    public static final class Converter implements ITypeConverter<ImageName> {
        @Override
        public ImageName convert(String text) {
            return Converters.checked(ImageName::parse, text);
        }
    }
}
