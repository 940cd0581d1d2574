package io.herd.cli.command.option;

import io.herd.cli.render.Style;

/**
 * Decides how the result is printed. Only one way applies: what was typed beats what is set
 * elsewhere, and --json beats -q beats --format.
 */
public final class OutputOptions {

    private final GlobalOptions options;
    private final OptionSources sources;

    OutputOptions(GlobalOptions options, OptionSources sources) {
        this.options = options;
        this.sources = sources;
    }

    /** Whether to print one JSON object. */
    public boolean json() {
        return options.json
                && (sources.typed("--json")
                        || !(sources.typed("--quiet") || sources.typed("--format")));
    }

    /** Whether to print ids alone. */
    public boolean quiet() {
        return options.quiet && !json() && (sources.typed("--quiet") || !sources.typed("--format"));
    }

    /** Whether only the result is wanted, without any news of the progress. */
    public boolean bare() {
        return options.quiet || options.json;
    }

    public boolean noTrunc() {
        return options.noTrunc;
    }

    /**
     * The style for the printer.
     *
     * @param width columns of the terminal, 0 if stdout is none
     */
    public Style style(boolean colour, int width) {
        return new Style(quiet(), json(), colour, width);
    }
}
