package io.herd.cli.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.IoReason;
import io.herd.model.Legible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** The process's standard streams, terminal and signals, for commands that stream their output. */
public interface Console {

    /**
     * Standard input. A blocked read ends with an exception if its thread is interrupted; else it
     * may last until the process ends.
     */
    InputStream in();

    OutputStream out();

    OutputStream err();

    /** Whether colour is wanted on {@link #out()}. */
    boolean colour();

    /** The message for an error while reading {@link #in()}. */
    static String unreadable(IOException e) {
        return "cannot read standard input: " + IoReason.of(e);
    }

    /** The terminal, if input and output are one; finding out takes a while. */
    Optional<Tty> tty();

    /** Whether input and output are a terminal. */
    default boolean terminal() {
        return tty().isPresent();
    }

    /**
     * Passes signals that would end this process to a callback, until the result is closed.
     *
     * @param to takes the signals' names, with SIG
     */
    Caught signals(Consumer<String> to);

    /**
     * Calls back on SIGQUIT alone, until the result is closed: of the signals that end a process it
     * is the one that the JVM would take for itself.
     */
    Caught quits(Runnable to);

    /** Calls back on SIGHUP, which tells a daemon to read its files again, likewise. */
    Caught hangups(Runnable to);

    /**
     * Writes a line of the result.
     *
     * @return why it could not be written, if so; then nothing more shall be
     */
    default Optional<Unwritten> print(String line) {
        return write(line + "\n");
    }

    /** The same for text without a line end of its own. */
    default Optional<Unwritten> write(String text) {
        try {
            out().write(text.getBytes(UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Unwritten.of(e));
        }
    }

    /** Prints a line to stderr at once, while the command still runs. */
    default void tell(String line) {
        try {
            err().write((Legible.of(line) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            // Nobody reads stderr.
        }
    }

    /** Something that is caught until this is closed. */
    interface Caught extends AutoCloseable {

        @Override
        void close();
    }
}
