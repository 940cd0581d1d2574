package io.herd.cli.command.option;

import io.herd.cli.render.Formats;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Picocli mixin {@code --format}: the format of a list. */
public final class ListFormat {

    private static final String OPTION = "--format";
    private static final String USUAL = "";

    @Option(
            names = OPTION,
            paramLabel = "FORMAT",
            description = "Format output: table, json, or a template such as '{{json .}}'.")
    String given = USUAL;

    /**
     * The format that applies to a list. A format that was not typed for this command is ignored if
     * it fits only other lists.
     *
     * @param check throws IllegalArgumentException if this list cannot be shown in that format
     * @throws UsageException naming where the format comes from, and what is wrong with it
     */
    public String of(Globals globals, Consumer<String> check) throws UsageException {
        boolean typed = globals.sources().typed(OPTION);
        boolean counts = !globals.output().json() && !globals.output().quiet();
        if (!typed && !counts) {
            return USUAL;
        }
        try {
            check.accept(given);
            return counts ? given : USUAL;
        } catch (IllegalArgumentException e) {
            if (!typed && Formats.fitSome(given)) {
                return USUAL;
            }
            throw new UsageException(globals.sources().message(OPTION, e));
        }
    }
}
