package io.herd.cli.command;

import static java.util.Objects.requireNonNull;

import io.herd.cli.command.option.Globals;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** A command or a group of commands, and its name in its group; built when it is wanted. */
sealed interface Entry {

    String name();

    /** As it is run. */
    CommandLine whole(Commands commands);

    /** As a page shows it that lists it: what it takes is not read. */
    CommandLine listed(Commands commands);

    /**
     * A command.
     *
     * @param passesOn leaves everything after the container or the image to the command that is run
     * @param alone without the aliases that it has in its group
     */
    record Single(String name, Function<Globals, Object> make, boolean passesOn, boolean alone)
            implements Entry {

        Single(String name, Function<Globals, Object> make) {
            this(name, make, false, false);
        }

        Single passingOn() {
            return new Single(name, make, true, alone);
        }

        /** The same command at top level. */
        Single alone(String called) {
            return new Single(called, make, passesOn, true);
        }

        @Override
        public CommandLine whole(Commands commands) {
            var line = new CommandLine(make.apply(commands.globals()));
            line.setStopAtPositional(passesOn);
            if (alone) {
                line.setCommandName(name).getCommandSpec().aliases(new String[0]);
            }
            return line;
        }

        @Override
        public CommandLine listed(Commands commands) {
            var command = make.apply(commands.globals());
            var said = requireNonNull(command.getClass().getAnnotation(Command.class));
            var spec = CommandSpec.wrapWithoutInspection(command).name(name);
            spec.usageMessage().description(said.description()).hidden(said.hidden());
            spec.aliases(alone ? new String[0] : said.aliases());
            return new CommandLine(spec);
        }
    }

    /** Commands about one kind of things. */
    record Group(String name, String description, Supplier<List<Single>> entries) implements Entry {

        private record Nothing() {}

        @Override
        public CommandLine whole(Commands commands) {
            return commands.with(entries.get(), empty());
        }

        // Whoever types the name of a command without its group is told where it is.
        @Override
        public CommandLine listed(Commands commands) {
            return commands.nameNothing() ? empty() : whole(commands);
        }

        private CommandLine empty() {
            var spec = CommandSpec.wrapWithoutInspection(new Nothing()).name(name);
            spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
            return new CommandLine(spec);
        }
    }
}
