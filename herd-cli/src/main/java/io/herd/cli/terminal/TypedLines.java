package io.herd.cli.terminal;

import io.herd.cli.shell.Secrets;
import org.jline.reader.impl.history.DefaultHistory;

/** Lines that can be fetched back; those that may hold a secret only as long as the shell runs. */
final class TypedLines extends DefaultHistory {

    @Override
    public boolean isPersistable(Entry entry) {
        return !Secrets.mayBeIn(entry.line());
    }
}
