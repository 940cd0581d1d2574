package io.herd.cli.command;

/** Asks the user something. */
@FunctionalInterface
public interface Asker {

    boolean yes(String question);
}
