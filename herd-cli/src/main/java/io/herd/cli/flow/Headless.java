package io.herd.cli.flow;

import java.util.Optional;
import java.util.function.Consumer;

/** A console where nobody sits: without a terminal, and without signals. */
public interface Headless extends Console {

    @Override
    default Optional<Tty> tty() {
        return Optional.empty();
    }

    @Override
    default Caught signals(Consumer<String> to) {
        return () -> {};
    }

    @Override
    default Caught quits(Runnable to) {
        return () -> {};
    }

    @Override
    default Caught hangups(Runnable to) {
        return () -> {};
    }
}
