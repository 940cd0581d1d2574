package io.herd.cli.context;

/** Asks the user something. */
@FunctionalInterface
public interface Asker {

    boolean yes(String question);
}
