package io.herd.cli.context;

import io.herd.cli.flow.Console;
import io.herd.cluster.CommandHandler;
import io.herd.herd.answer.Progress;
import io.herd.model.TypedLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The environment of a command: its variables, directories, terminal and console.
 *
 * @param environment the process's variables
 * @param home the directory of herd's distribution, if it runs out of one
 * @param asker asks the user, if there is a terminal to do it on
 * @param watcher makes the listener that shows the progress of long work, if the user can be shown
 *     it
 * @param console where streamed output goes
 * @param shell runs the lines of {@code herd shell}; empty inside a shell
 * @param commands runs commands for others, if this one becomes an agent
 * @param caller for whom the command runs, if not in the user's own process
 */
public record CommandContext(
        Map<String, String> environment,
        Optional<Path> home,
        Optional<Asker> asker,
        Optional<Supplier<Progress.Listener>> watcher,
        Console console,
        Optional<ShellRunner> shell,
        CommandHandler commands,
        Optional<TypedLine> caller) {

    /** A context of the user's own process. */
    public CommandContext(
            Map<String, String> environment,
            Optional<Path> home,
            Optional<Asker> asker,
            Optional<Supplier<Progress.Listener>> watcher,
            Console console,
            Optional<ShellRunner> shell) {
        this(
                environment,
                home,
                asker,
                watcher,
                console,
                shell,
                CommandHandler.NONE,
                Optional.empty());
    }

    /** A context without a shell. */
    public CommandContext(
            Map<String, String> environment,
            Optional<Path> home,
            Optional<Asker> asker,
            Optional<Supplier<Progress.Listener>> watcher,
            Console console) {
        this(environment, home, asker, watcher, console, Optional.empty());
    }

    /** The same context in a process that runs commands for others if it becomes an agent. */
    public CommandContext hosting(CommandHandler handler) {
        return new CommandContext(
                environment, home, asker, watcher, console, shell, handler, caller);
    }

    /** The context of a command that an agent runs for a user of its host. */
    public static CommandContext of(
            TypedLine caller,
            Optional<Path> home,
            Optional<Supplier<Progress.Listener>> watcher,
            Console console) {
        return new CommandContext(
                caller.environment(),
                home,
                Optional.empty(),
                watcher,
                console,
                Optional.empty(),
                CommandHandler.NONE,
                Optional.of(caller));
    }

    private static final Path SYSTEM = Path.of("/etc/herd");
    private static final Path RUN = Path.of("/run");
    private static final Path SYSTEM_SOCKET = RUN.resolve("herd/herd.sock");

    /** The context of a shell that has these variables; it cannot start another shell. */
    public CommandContext inShell(Map<String, String> variables) {
        return new CommandContext(variables, home, asker, watcher, console).hosting(commands);
    }

    /** The context of one line of a shell. */
    public CommandContext at(Optional<Asker> other, Console otherConsole) {
        return new CommandContext(environment, home, other, watcher, otherConsole)
                .hosting(commands);
    }

    /** The context of a line of a shell that nobody watches: no questions, no progress. */
    public CommandContext unattended(Console otherConsole) {
        return new CommandContext(
                environment, home, Optional.empty(), Optional.empty(), otherConsole);
    }

    /**
     * Directories to search for templates, in this order: those the user gives, the user's own, the
     * system's, those that herd ships.
     */
    public List<Path> templateDirectories(List<Path> first) {
        var directories = new ArrayList<>(first);
        userDirectory().ifPresent(own -> directories.add(own.resolve("templates")));
        directories.add(SYSTEM.resolve("templates"));
        home.ifPresent(h -> directories.add(h.resolve("templates")));
        return directories;
    }

    /**
     * The configuration file: the one that the user gives, else the first that exists of the user's
     * own and the system's.
     *
     * @param named the file given by an option
     */
    public Optional<Path> configFile(Optional<String> named) {
        return named.or(() -> variable("HERD_CONFIG"))
                .map(Path::of)
                .or(() ->
                        Stream.of(userDirectory(), Optional.of(SYSTEM))
                                .flatMap(Optional::stream)
                                .map(directory -> directory.resolve("herd.json"))
                                .filter(Files::exists)
                                .findFirst());
    }

    /** Where the herd's key usually is on this host. */
    public List<Path> usualKeys() {
        return Stream.of(Optional.of(SYSTEM), userDirectory())
                .flatMap(Optional::stream)
                .map(directory -> directory.resolve("key"))
                .toList();
    }

    /**
     * Sockets at which an agent of this host may listen: the one the user gives, else the default
     * ones.
     */
    public List<Path> sockets(Optional<Path> named) {
        return named.map(List::of)
                .orElseGet(() ->
                        Stream.concat(Stream.of(SYSTEM_SOCKET), ownSocket().stream()).toList());
    }

    /**
     * The socket of an agent that is given none: the system's if root starts it, else the user's
     * own.
     */
    public Path socket() {
        return ownSocket().filter(_ -> !Files.isWritable(RUN)).orElse(SYSTEM_SOCKET);
    }

    /** Where the user's keepers listen; empty for a user without a directory of his own for it. */
    public Optional<KeeperSockets> keepers() {
        return variable("XDG_RUNTIME_DIR").map(run -> new KeeperSockets(Path.of(run, "herd")));
    }

    private Optional<Path> ownSocket() {
        return variable("XDG_RUNTIME_DIR").map(run -> Path.of(run, "herd.sock"));
    }

    /**
     * Resolves variables as {@code docker run -e} does: one without a value gets its value in this
     * environment, even an empty one. One that is not set here stays without a value, and the
     * daemon removes it from those of the image.
     */
    public List<String> variables(List<String> given) {
        return given.stream()
                .map(one ->
                        !one.contains("=") && environment.containsKey(one)
                                ? one + "=" + environment.get(one)
                                : one)
                .toList();
    }

    /** Whether a variable is set here, even to an empty value. */
    public boolean isSet(String variable) {
        return environment.containsKey(variable);
    }

    /** The file that keeps the lines typed in a shell; empty for a user without a home. */
    public Optional<Path> historyFile() {
        return ownDirectory("XDG_STATE_HOME", ".local/state").map(own -> own.resolve("history"));
    }

    private Optional<Path> userDirectory() {
        // An agent looks at nothing that a user names.
        return caller.isPresent() ? Optional.empty() : ownDirectory("XDG_CONFIG_HOME", ".config");
    }

    // Where the variable says, or else below the user's home.
    private Optional<Path> ownDirectory(String variable, String usual) {
        return variable(variable)
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, usual)))
                .map(parent -> parent.resolve("herd"));
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
