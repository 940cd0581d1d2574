package io.herd.cli.command.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a file of environment variables, one a line, as {@code docker run --env-file} does: by the
 * rules of docker's package {@code kvfile}.
 */
public final class VariablesFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private VariablesFile() {}

    /**
     * The lines that are neither empty nor comments.
     *
     * @param isSet whether a variable is set in this environment; a name without a value that is
     *     not set here is left out
     * @throws UsageException naming the file, the line and how to mend it
     */
    public static List<String> read(Path file, Predicate<String> isSet) throws UsageException {
        var variables = new ArrayList<String>();
        int number = 0;
        // Lines end as docker ends them: with LF or CR LF; a CR elsewhere is part of the value.
        for (var line : text(file).replaceFirst("^" + BYTE_ORDER_MARK, "").split("\n", -1)) {
            number++;
            var variable = line.replaceFirst("\r$", "").replaceFirst("^[ \t]+", "");
            if (variable.isEmpty() || variable.startsWith("#")) {
                continue;
            }
            check(variable.split("=", 2)[0], file + ":" + number);
            if (variable.contains("=") || isSet.test(variable)) {
                variables.add(variable);
            }
        }
        return variables;
    }

    private static String text(Path file) throws UsageException {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new UsageException("'%s' is not valid UTF-8: use a text file".formatted(file));
        } catch (IOException e) {
            throw new UsageException(
                    "'%s' cannot be read: use a text file with NAME=VALUE on each line"
                            .formatted(file));
        }
    }

    private static void check(String name, String where) throws UsageException {
        if (name.isEmpty()) {
            throw new UsageException("%s: there is no name before the '='".formatted(where));
        }
        if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
            throw new UsageException(
                    "%s: the variable '%s' contains a space: use NAME=VALUE, without 'export'"
                            .formatted(where, name));
        }
    }
}
