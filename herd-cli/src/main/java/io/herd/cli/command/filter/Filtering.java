package io.herd.cli.command.filter;

/** A mixin with the option {@code --filter}. */
public interface Filtering {

    /** What its command filters. */
    Filterable what();
}
