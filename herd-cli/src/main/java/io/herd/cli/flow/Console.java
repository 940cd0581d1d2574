package io.herd.cli.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.IoReason;
import io.herd.model.Legible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** The process's own streams, for commands whose results flow. */
public interface Console {

    /** Reading it ends with an exception when the thread is interrupted, or with the process. */
    InputStream in();

    OutputStream out();

    OutputStream err();

    /** Whether colour is wanted on {@link #out()}. */
    boolean colour();

    /** What is to be said when {@link #in()} cannot be read. */
    static String unreadable(IOException e) {
        return "cannot read standard input: " + IoReason.of(e);
    }

    /** The terminal, if input and output are one; to look at it takes its time. */
    Optional<Tty> tty();

    /** Whether input and output are a terminal. */
    default boolean terminal() {
        return tty().isPresent();
    }

    /**
     * Gives signals that would end this process to somebody else, until the result is closed.
     *
     * @param to takes their names, with SIG
     */
    Caught signals(Consumer<String> to);

    /**
     * Tells of SIGQUIT, until the result is closed; of the signals that end a process it is the one
     * that the JVM would take for itself.
     */
    default Caught quits(Runnable to) {
        return () -> {};
    }

    /**
     * Writes a line of the result.
     *
     * @return why nothing more is to be written, if so
     */
    default Optional<Unwritten> print(String line) {
        return write(line + "\n");
    }

    /** The same for text that is no line. */
    default Optional<Unwritten> write(String text) {
        try {
            out().write(text.getBytes(UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Unwritten.of(e));
        }
    }

    /** Says, in a line, something that is no result, before the command has ended. */
    default void tell(String line) {
        try {
            err().write((Legible.of(line) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            // Nobody listens.
        }
    }

    /** Until this is closed, something is caught. */
    interface Caught extends AutoCloseable {

        @Override
        void close();
    }
}
