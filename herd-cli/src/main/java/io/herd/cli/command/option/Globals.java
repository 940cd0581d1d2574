package io.herd.cli.command.option;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;

/**
 * Everything that a command is given: options, their sources, the connection, output, user and
 * context.
 *
 * @param options as they were given
 * @param sources where the options' values come from
 */
public record Globals(
        GlobalOptions options,
        OptionSources sources,
        HerdConnection herd,
        OutputOptions output,
        User user,
        CommandContext context) {

    public static Globals of(Connector connector, CommandContext context, OptionSources sources) {
        var options = new GlobalOptions();
        var herd = new HerdConnection(options, connector, context, sources);
        var output = new OutputOptions(options, sources);
        return new Globals(
                options, sources, herd, output, new User(options, output, herd, context), context);
    }
}
