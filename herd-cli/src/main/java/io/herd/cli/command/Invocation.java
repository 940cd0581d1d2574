package io.herd.cli.command;

import io.herd.cli.command.option.CommandRunner;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.OptionSources;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.config.ConfigException;
import io.herd.cli.config.ConfigFile;
import io.herd.cli.config.EnvironmentDefaults;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.Style;
import io.herd.cluster.JoinException;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.model.Trace;
import io.herd.template.TemplateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * One run of the command line: parses the arguments, calls the command and turns whatever goes
 * wrong into a report. No other class does that.
 */
public final class Invocation {

    private final Globals globals;
    private final CommandLine line;
    private final String[] arguments;
    private Optional<ConfigException> unusable = Optional.empty();
    private @Nullable Parsing parsing;

    public Invocation(Connector connector, CommandContext context, String... arguments) {
        var file = configFile(context, arguments);
        var sources = new OptionSources(new EnvironmentDefaults(context), file);
        this.globals = Globals.of(connector, context, sources);
        var commands = new Commands(globals, arguments);
        this.line =
                HelpPages.of(commands.line(), commands::sections)
                        .setDefaultValueProvider(sources)
                        .setCaseInsensitiveEnumValuesAllowed(true);
        this.arguments = arguments.clone();
    }

    private Optional<ConfigFile> configFile(CommandContext context, String... arguments) {
        return context.caller().isPresent()
                ? context.caller()
                        .get()
                        .config()
                        .flatMap(it -> read(() -> ConfigFile.of(Path.of(it.path()), it.text())))
                : context.configFile(configOption(arguments))
                        .flatMap(file -> read(() -> ConfigFile.read(file)));
    }

    private interface Reading {
        ConfigFile read() throws ConfigException;
    }

    // Help is shown even if the file is wrong, so the error is reported later.
    private Optional<ConfigFile> read(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (ConfigException e) {
            unusable = Optional.of(e);
            return Optional.empty();
        }
    }

    private static Optional<String> configOption(String... arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith("--config=")) {
                return Optional.of(arguments[i].substring("--config=".length()));
            }
            if (arguments[i].equals("--config") && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    public Report run() {
        return switch (parsing()) {
            case Parsed(var result) -> call(result);
            case Wrong(var e) -> own(e.getCommandLine().getCommandSpec().userObject(), usage(e));
        };
    }

    /** What became of the arguments. */
    private sealed interface Parsing {}

    private record Parsed(ParseResult result) implements Parsing {}

    private record Wrong(ParameterException error) implements Parsing {}

    private Parsing parsing() {
        if (parsing == null) {
            parsing = parse();
        }
        return parsing;
    }

    private Parsing parse() {
        try {
            var parsed = line.parseArgs(arguments);
            globals.sources().parsed(parsed);
            for (var at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
                globals.options().direct |= at.hasMatchedOption("--join");
            }
            return new Parsed(parsed);
        } catch (ParameterException e) {
            return new Wrong(e);
        }
    }

    /**
     * Where the command can run. Help and errors can be shown from anywhere.
     *
     * @param socket where an agent listens that would run it
     * @param herd name of the agent's herd
     */
    public Place place(Path socket, String herd) {
        if (configOption(arguments).isPresent()) {
            return Place.CALLERS;
        }
        return switch (parsing()) {
            case Wrong _ -> Place.ANYWHERE;
            case Parsed(var result) -> place(result, socket, herd);
        };
    }

    private Place place(ParseResult parsed, Path socket, String herd) {
        var last = last(parsed);
        if (last.isUsageHelpRequested()
                || !(last.commandSpec().userObject() instanceof HerdCommand command)) {
            return Place.ANYWHERE;
        }
        // Who joins, or means another herd, does so from a process of his own.
        return globals.herd().sockets().contains(socket) && globals.herd().name().equals(herd)
                ? command.place()
                : Place.CALLERS;
    }

    private static ParseResult last(ParseResult parsed) {
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }

    private static Report own(Object command, Report failure) {
        return command instanceof CommandRunner ? failure.with(Exit.NOT_RUN) : failure;
    }

    /**
     * How the user wants the report printed; known only after the run.
     *
     * @param width columns of the terminal, 0 if stdout is none
     */
    public Style style(boolean colour, int width) {
        return globals.output().style(colour, width);
    }

    private Report call(ParseResult parsed) {
        var last = last(parsed);
        var command = last.commandSpec();
        if (last.isUsageHelpRequested() || arguments.length == 0) {
            return Report.text(command.commandLine().getUsageMessage());
        }
        if (parsed.isVersionHelpRequested()) {
            return new VersionCommand().call();
        }
        if (!(command.userObject() instanceof HerdCommand callable)) {
            return usage(command, "'%s' needs a command".formatted(command.qualifiedName()));
        }
        return unusable.or(() -> globals.sources().wrong(command))
                .map(e -> own(callable, failure(Exit.USAGE, e)))
                .orElseGet(() -> call(callable));
    }

    // Commands declare what they throw; anything else is a defect, and --debug shows its trace.
    private Report call(HerdCommand command) {
        try {
            return command.call().denied();
        } catch (Exception e) {
            return own(command, failure(exit(e), e));
        }
    }

    private static Exit exit(Exception thrown) {
        return switch (thrown) {
            case JoinException e -> exit(e.reason());
            case NoSuchNodeException e -> e.nobody() ? Exit.NO_AGENT : Exit.NO_SUCH;
            case TemplateException e -> exit(e.reason());
            case UsageException _, IllegalArgumentException _ -> Exit.USAGE;
            default -> Exit.FAILED;
        };
    }

    private static Exit exit(JoinException.Reason reason) {
        return switch (reason) {
            case NO_AGENT -> Exit.NO_AGENT;
            case WRONG_KEY -> Exit.DENIED;
            case NAME_TAKEN, CANNOT_BIND -> Exit.FAILED;
        };
    }

    private static Exit exit(TemplateException.Reason reason) {
        return switch (reason) {
            case MISSING -> Exit.NO_SUCH;
            case UNUSABLE -> Exit.FAILED;
            // The user must add a --set.
            case VARIABLE_NOT_SET -> Exit.USAGE;
        };
    }

    private Report failure(Exit exit, Exception e) {
        var message =
                e.getMessage() == null ? "internal error, --debug shows where" : e.getMessage();
        var trace = globals.options().debug ? Trace.lines(e) : List.<String>of();
        return Report.failure(
                exit, new Complaint(code(exit), "", message, Optional.empty(), trace));
    }

    private static ErrorCode code(Exit exit) {
        if (exit.equals(Exit.USAGE)) {
            return ErrorCode.USAGE;
        }
        if (exit.equals(Exit.NO_SUCH)) {
            return ErrorCode.NOT_FOUND;
        }
        if (exit.equals(Exit.NO_AGENT)) {
            return ErrorCode.NO_AGENT;
        }
        return exit.equals(Exit.DENIED) ? ErrorCode.DENIED : ErrorCode.FAILED;
    }

    private static Report usage(ParameterException e) {
        return Unmatched.inFront(e)
                .map(Unmatched::complaint)
                .map(it -> Report.failure(Exit.USAGE, it))
                .orElseGet(() -> wrong(e));
    }

    private static Report wrong(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? Report.failure(Exit.USAGE, Unmatched.complaint(unmatched))
                : usage(e.getCommandLine().getCommandSpec(), String.valueOf(e.getMessage()));
    }

    private static Report usage(CommandSpec command, String message) {
        var mend = "see '%s --help'".formatted(command.qualifiedName());
        return Report.failure(
                Exit.USAGE, new Complaint("", message, Optional.of(mend)).as(ErrorCode.USAGE));
    }
}
