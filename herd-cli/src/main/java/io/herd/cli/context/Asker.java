package io.herd.cli.context;

/** Asks the user a yes-or-no question. */
@FunctionalInterface
public interface Asker {

    boolean yes(String question);
}
