package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.herd.answer.ErrorCode;
import io.herd.model.Legible;
import io.herd.model.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks the process's arguments for bytes that the JVM has lost. It puts U+FFFD in place of bytes
 * that are not valid UTF-8, and the argument would then name another thing than was meant.
 */
public final class Arguments {

    private static final Path RAW = Path.of("/proc/self/cmdline");

    private Arguments() {}

    /**
     * The usage error for arguments that have lost bytes; empty if none has.
     *
     * @param arguments the program's, as the JVM gives them
     */
    public static Optional<Report> refused(String... arguments) {
        if (Arrays.stream(arguments).noneMatch(argument -> argument.contains(Utf8.LOST))) {
            return Optional.empty();
        }
        try {
            return lost(Files.readAllBytes(RAW), arguments).map(Arguments::refusal);
        } catch (IOException e) {
            return Optional.of(
                    refusal("cannot tell whether an argument has lost bytes: " + e.getMessage()));
        }
    }

    /**
     * The message about the first argument that differs from what was given; empty if none does.
     *
     * @param called the raw command line, each argument followed by a zero byte, the JVM's own
     *     first
     */
    static Optional<String> lost(byte[] called, String... arguments) {
        var given = given(called);
        int first = given.size() - arguments.length;
        for (int i = 0; i < arguments.length; i++) {
            var raw = given.get(first + i);
            if (!Arrays.equals(raw, arguments[i].getBytes(UTF_8))) {
                return Optional.of(
                        "'%s' is not valid UTF-8, and would name another thing"
                                .formatted(Legible.of(raw)));
            }
        }
        return Optional.empty();
    }

    private static List<byte[]> given(byte[] called) {
        var given = new ArrayList<byte[]>();
        int from = 0;
        for (int at = 0; at < called.length; at++) {
            if (called[at] == 0) {
                given.add(Arrays.copyOfRange(called, from, at));
                from = at + 1;
            }
        }
        return given;
    }

    private static Report refusal(String message) {
        var mend =
                "rename it; to copy such a file, name the directory that it is in: names in it are kept";
        return Report.failure(
                Exit.USAGE, new Complaint("", message, Optional.of(mend)).as(ErrorCode.USAGE));
    }
}
