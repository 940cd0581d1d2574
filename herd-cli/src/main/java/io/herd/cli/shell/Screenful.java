package io.herd.cli.shell;

import io.herd.action.Streaming.Window;
import java.util.ArrayList;
import java.util.List;

/** One picture of {@code watch}: as many lines of the output as fit the window, and all errors. */
record Screenful(String title, List<String> results, List<String> remarks) {

    private static final String HOME = "\u001b[H";
    private static final String ERASE_LINE = "\u001b[K";
    private static final String ERASE_REST = "\u001b[J";

    /**
     * The escape sequences that paint this over the picture before, on a raw terminal that does not
     * wrap. Each line is erased before it is written: after a line as wide as the window the cursor
     * still stands on its last character, which would be erased.
     */
    String painted(Window window) {
        var lines = lines(window);
        var painted = new StringBuilder(HOME);
        lines.subList(0, lines.size() - 1)
                .forEach(line -> painted.append(ERASE_LINE).append(line).append("\r\n"));
        return painted.append(ERASE_REST).append(lines.getLast()).toString();
    }

    /** The lines of the picture, at most as many as the window has. */
    List<String> lines(Window window) {
        // A terminal that does not know its size sets no limit.
        int rows = window.rows() > 0 ? window.rows() : Integer.MAX_VALUE;
        var head = List.of(title, "");
        int room = Math.max(1, rows - head.size() - remarks.size());
        var lines = new ArrayList<>(head);
        if (results.size() <= room) {
            lines.addAll(results);
        } else {
            lines.addAll(results.subList(0, room - 1));
            lines.add("… %d more".formatted(results.size() - room + 1));
        }
        lines.addAll(remarks);
        return lines.subList(0, Math.min(lines.size(), rows));
    }
}
