package io.herd.cli.command;

import io.herd.model.ContainerRef;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One side of a copy. */
sealed interface CopyEnd {

    /** A path in a container. */
    record There(ContainerRef container, String path) implements CopyEnd {}

    /** A path of this host. */
    record Here(String path) implements CopyEnd {}

    /** An archive at standard input or output. */
    record Piped() implements CopyEnd {}

    /** As docker tells them apart: what begins with / or . is of this host, whatever follows. */
    final class Converter implements ITypeConverter<CopyEnd> {
        @Override
        public CopyEnd convert(String text) {
            int colon = text.indexOf(':');
            if (text.equals("-")) {
                return new Piped();
            }
            if (text.isEmpty() || colon == text.length() - 1) {
                throw new TypeConversionException(
                        "'%s' has no path: use CONTAINER:PATH or a path of this host"
                                .formatted(text));
            }
            if (colon < 0 || text.startsWith("/") || text.startsWith(".")) {
                return new Here(text);
            }
            try {
                return new There(
                        ContainerRef.parse(text.substring(0, colon)), text.substring(colon + 1));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
