package io.herd.cli.render;

import io.herd.herd.answer.ErrorCode;
import io.herd.model.Legible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An error to be shown to the user.
 *
 * @param subject what it is about, such as a container the user named; empty if it is about
 *     everything
 * @param message what happened, one line
 * @param mend what to do next
 * @param trace stack trace, for herd's developers
 */
public record Complaint(
        ErrorCode code, String subject, String message, Optional<String> mend, List<String> trace) {

    public Complaint(String subject, String message, Optional<String> mend) {
        this(ErrorCode.FAILED, subject, message, mend, List.of());
    }

    public Complaint(String subject, String message) {
        this(subject, message, Optional.empty());
    }

    /** The same with another code. */
    public Complaint as(ErrorCode other) {
        return new Complaint(other, subject, message, mend, trace);
    }

    /** The lines to print. */
    public List<String> lines() {
        var more = Stream.concat(mend.map(Legible::of).stream(), trace.stream());
        return Stream.concat(Stream.of(Notice.of(message)), more.map(line -> "      " + line))
                .toList();
    }
}
