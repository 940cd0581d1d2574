package io.herd.cli.context;

import io.herd.cli.flow.Console;
import io.herd.herd.answer.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a command finds around it.
 *
 * @param environment the process's variables
 * @param home the distribution's directory, if it runs out of one
 * @param asker how to ask the user, if there is a terminal to do it on
 * @param watcher makes somebody who is told how far long work is, if the user can be shown it
 * @param console for what flows
 * @param shell what runs lines, unless this is around one
 */
public record CommandContext(
        Map<String, String> environment,
        Optional<Path> home,
        Optional<Asker> asker,
        Optional<Supplier<Progress.Listener>> watcher,
        Console console,
        Optional<ShellRunner> shell) {

    /** Without a shell. */
    public CommandContext(
            Map<String, String> environment,
            Optional<Path> home,
            Optional<Asker> asker,
            Optional<Supplier<Progress.Listener>> watcher,
            Console console) {
        this(environment, home, asker, watcher, console, Optional.empty());
    }

    private static final Path SYSTEM = Path.of("/etc/herd");
    private static final Path RUN = Path.of("/run");
    private static final Path SYSTEM_SOCKET = RUN.resolve("herd/herd.sock");

    /** What a shell with these variables finds around it. */
    public CommandContext inShell(Map<String, String> variables) {
        return new CommandContext(variables, home, asker, watcher, console);
    }

    /** What a line of a shell finds around it. */
    public CommandContext at(Optional<Asker> other, Console otherConsole) {
        return new CommandContext(environment, home, other, watcher, otherConsole);
    }

    /** What a line finds around it that nobody watches while it runs. */
    public CommandContext unattended(Console otherConsole) {
        return new CommandContext(
                environment, home, Optional.empty(), Optional.empty(), otherConsole);
    }

    /**
     * Where templates are looked for: where the user says, the user's, the system's, then those
     * that herd ships.
     */
    public List<Path> templateDirectories(List<Path> first) {
        var directories = new ArrayList<>(first);
        userDirectory().ifPresent(own -> directories.add(own.resolve("templates")));
        directories.add(SYSTEM.resolve("templates"));
        home.ifPresent(h -> directories.add(h.resolve("templates")));
        return directories;
    }

    /**
     * Where the configuration is: where the user says, the user's, or the system's; the first that
     * there is.
     *
     * @param named by an option
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

    /** Where an agent of this host may listen: where the user says, else where one would. */
    public List<Path> sockets(Optional<Path> named) {
        return named.map(List::of)
                .orElseGet(() ->
                        Stream.concat(Stream.of(SYSTEM_SOCKET), ownSocket().stream()).toList());
    }

    /** Where an agent listens unless it is told: what root starts is for the whole system. */
    public Path socket() {
        return ownSocket().filter(_ -> !Files.isWritable(RUN)).orElse(SYSTEM_SOCKET);
    }

    private Optional<Path> ownSocket() {
        return variable("XDG_RUNTIME_DIR").map(run -> Path.of(run, "herd.sock"));
    }

    /**
     * Variables as {@code docker run -e} has them: one without a value gets the one that it has
     * here, also an empty one. One that is not set here stays without, and the daemon removes the
     * image's.
     */
    public List<String> variables(List<String> given) {
        return given.stream()
                .map(one ->
                        !one.contains("=") && environment.containsKey(one)
                                ? one + "=" + environment.get(one)
                                : one)
                .toList();
    }

    /** Whether a variable is set here, if only to nothing. */
    public boolean isSet(String variable) {
        return environment.containsKey(variable);
    }

    /** Where the lines of a shell are kept for the next time; nowhere for a user without a home. */
    public Optional<Path> historyFile() {
        return variable("XDG_STATE_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".local", "state")))
                .map(state -> state.resolve("herd").resolve("history"));
    }

    private Optional<Path> userDirectory() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
                .map(config -> config.resolve("herd"));
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
