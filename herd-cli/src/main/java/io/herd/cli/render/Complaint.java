package io.herd.cli.render;

import java.util.List;
import java.util.Optional;

/**
 * Something that did not work.
 *
 * @param subject what it is about, such as a container the user named; empty if it is about
 *     everything
 * @param message what happened, one line
 * @param mend what to do next
 */
public record Complaint(String subject, String message, Optional<String> mend) {

    public Complaint(String subject, String message) {
        this(subject, message, Optional.empty());
    }

    /** As it is shown. */
    public List<String> lines() {
        return mend.map(next -> List.of("herd: " + message, "      " + next))
                .orElseGet(() -> List.of("herd: " + message));
    }
}
