package io.herd.cli.command.option;

import io.herd.cli.render.DocumentFormat;
import io.herd.cli.render.Report;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Picocli mixin {@code --format} of the commands that print descriptions. */
public final class InspectFormat {

    /** Tells it from the format of lists, which can be set elsewhere. */
    static final String LABEL = "LAYOUT";

    @Option(
            names = {"-f", "--format"},
            paramLabel = LABEL,
            converter = Parsed.class,
            description =
                    "Format output using a custom template: json, or a template such as "
                            + "'{{.State.Status}}', '{{json .Config}}' or '{{index .Config.Labels \"key\"}}'.")
    @Nullable DocumentFormat given;

    public boolean isGiven() {
        return given != null;
    }

    /** The same report in the format that was given, if any was. */
    public Report of(Report documents) {
        return Optional.ofNullable(given).map(format -> format.of(documents)).orElse(documents);
    }

    static final class Parsed implements ITypeConverter<DocumentFormat> {
        @Override
        public DocumentFormat convert(String text) {
            try {
                return DocumentFormat.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
