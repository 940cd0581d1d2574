package io.herd.cli.render;

import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.Trouble;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a command: all that is to be printed, and the exit code.
 *
 * @param notes lines for stderr that are no errors
 */
public record Report(
        View view, Coverage coverage, List<String> notes, List<Complaint> complaints, Exit exit) {

    public static Report text(String text) {
        return new Report(new View.Text(text), Coverage.none(), List.of(), List.of(), Exit.OK);
    }

    /** A report that nothing was done. */
    public static Report failure(Exit exit, Complaint complaint) {
        return new Report(new View.Nothing(), Coverage.none(), List.of(), List.of(complaint), exit);
    }

    /** The same report with another view. */
    public Report with(View other) {
        return new Report(other, coverage, notes, complaints, exit);
    }

    /** The same report with another exit code. */
    public Report with(Exit other) {
        return new Report(view, coverage, notes, complaints, other);
    }

    /**
     * The same report; with an exit code of its own if whoever asks may do nothing of what he asks.
     */
    public Report denied() {
        var codes =
                Stream.concat(
                                coverage.failed().values().stream().map(Trouble::code),
                                complaints.stream().map(Complaint::code))
                        .distinct()
                        .toList();
        return nothingDone() && codes.equals(List.of(ErrorCode.FORBIDDEN))
                ? with(Exit.DENIED)
                : this;
    }

    private boolean nothingDone() {
        var some = view instanceof View.Ids ids && !ids.items().isEmpty();
        return !some
                && (exit.equals(Exit.FAILED)
                        || (exit.equals(Exit.PARTIAL) && coverage.answered().isEmpty()));
    }

    /** Lines about what failed, for commands that cannot wait for their end to print them. */
    public List<String> failures() {
        var nodes =
                coverage.failed().entrySet().stream()
                        .map(it -> Notice.of("node %s: %s".formatted(it.getKey(), it.getValue())));
        return Stream.concat(nodes, complaints.stream().flatMap(it -> it.lines().stream()))
                .toList();
    }

    /** A report that is complete unless a node did not answer. */
    public static Report of(View view, Coverage coverage) {
        return new Report(
                view, coverage, List.of(), List.of(), coverage.complete() ? Exit.OK : Exit.PARTIAL);
    }
}
