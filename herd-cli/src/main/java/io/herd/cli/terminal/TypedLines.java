package io.herd.cli.terminal;

import io.herd.cli.shell.SecretLines;
import java.io.IOException;
import java.util.function.Consumer;
import org.jline.reader.impl.history.DefaultHistory;

/** Lines that can be fetched back; those that may hold a secret only as long as the shell runs. */
final class TypedLines extends DefaultHistory {

    private final Consumer<IOException> unsaved;
    private boolean told;

    /**
     * @param unsaved is told once, when lines cannot be kept for the next time
     */
    TypedLines(Consumer<IOException> unsaved) {
        this.unsaved = unsaved;
    }

    @Override
    public boolean isPersistable(Entry entry) {
        return !SecretLines.mayBeIn(entry.line());
    }

    // JLine itself only logs what goes wrong here.
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
