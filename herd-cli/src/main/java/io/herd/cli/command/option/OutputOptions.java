package io.herd.cli.command.option;

import io.herd.cli.render.Style;

/**
 * How the result is printed. Of the ways only one can count: what was typed beats what is set
 * elsewhere, and --json beats -q beats --format.
 */
public final class OutputOptions {

    private final GlobalOptions options;
    private final OptionSources sources;

    OutputOptions(GlobalOptions options, OptionSources sources) {
        this.options = options;
        this.sources = sources;
    }

    /** Whether it is one JSON object. */
    public boolean json() {
        return options.json
                && (sources.typed("--json")
                        || !(sources.typed("--quiet") || sources.typed("--format")));
    }

    /** Whether it is ids alone. */
    public boolean quiet() {
        return options.quiet && !json() && (sources.typed("--quiet") || !sources.typed("--format"));
    }

    /** Whether only the result is wanted, and nothing of what goes on until then. */
    public boolean bare() {
        return options.quiet || options.json;
    }

    public boolean noTrunc() {
        return options.noTrunc;
    }

    /**
     * @param width columns of the terminal, 0 if stdout is none
     */
    public Style style(boolean colour, int width) {
        return new Style(quiet(), json(), colour, width);
    }
}
