package io.herd.cli.terminal;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import io.herd.cli.process.QuitSignal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/**
 * The process's own standard streams, without buffers.
 *
 * @param terminal whether input and output are one
 */
public record ProcessConsole(boolean terminal, boolean colour) implements Console {

    // If this process has a terminal, JLine takes INT, CONT and WINCH for it when it is opened.
    private static final List<String> PASSED =
            List.of("INT", "TERM", "HUP", "USR1", "USR2", "ALRM", "CONT", "WINCH");

    @Override
    public InputStream in() {
        return new FileInputStream(FileDescriptor.in);
    }

    @Override
    public OutputStream out() {
        return new FileOutputStream(FileDescriptor.out);
    }

    @Override
    public OutputStream err() {
        return new FileOutputStream(FileDescriptor.err);
    }

    @Override
    public Optional<Tty> tty() {
        return terminal ? Optional.of(JLineTty.open()) : Optional.empty();
    }

    @Override
    public Caught quits(Runnable to) {
        return QuitSignal.to(to)::run;
    }

    @Override
    public Caught hangups(Runnable to) {
        var before = Signals.register("HUP", to);
        return () -> Signals.unregister("HUP", before);
    }

    @Override
    public Caught signals(Consumer<String> to) {
        var before =
                PASSED.stream()
                        .map(name -> Signals.register(name, () -> to.accept("SIG" + name)))
                        .toList();
        var quit = quits(() -> to.accept("SIGQUIT"));
        return () -> {
            quit.close();
            for (int i = 0; i < before.size(); i++) {
                Signals.unregister(PASSED.get(i), before.get(i));
            }
        };
    }
}
