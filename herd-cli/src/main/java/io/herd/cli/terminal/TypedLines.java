package io.herd.cli.terminal;

import io.herd.cli.shell.SecretLines;
import io.herd.model.Legible;
import java.io.IOException;
import java.util.function.Consumer;
import org.jline.reader.impl.history.DefaultHistory;

/** History of the shell's lines; those that may hold a secret are kept in memory only. */
final class TypedLines extends DefaultHistory {

    private final Consumer<IOException> unsaved;
    private boolean told;

    /**
     * @param unsaved called once, when lines cannot be written to the history file
     */
    TypedLines(Consumer<IOException> unsaved) {
        this.unsaved = unsaved;
    }

    @Override
    public boolean isPersistable(Entry entry) {
        return !SecretLines.mayBeIn(entry.line());
    }

    /**
     * How the latest line goes on that begins like this; empty if there is none. A line that may
     * hold a secret is not shown again unasked.
     */
    String rest(String begun) {
        if (begun.isEmpty() || isEmpty()) {
            return "";
        }
        for (var entries = reverseIterator(); entries.hasNext(); ) {
            var line = entries.next().line();
            if (line.length() > begun.length()
                    && line.startsWith(begun)
                    && Legible.isLegible(line)
                    && !SecretLines.mayBeIn(line)) {
                return line.substring(begun.length());
            }
        }
        return "";
    }

    // JLine itself only logs a failure here.
    @Override
    public void save() throws IOException {
        try {
            super.save();
            told = false;
        } catch (IOException e) {
            if (!told) {
                told = true;
                unsaved.accept(e);
            }
        }
    }
}
