package io.herd.cli.command.option;

import io.herd.cli.context.CommandContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Picocli mixin with docker's options on who talks with a process in a container, as whom it runs
 * and with which variables.
 */
public final class CallerOptions {

    @Option(
            names = {"-i", "--interactive"},
            description = "Keep STDIN open even if not attached.")
    public boolean interactive;

    @Option(
            names = {"-t", "--tty"},
            description = "Allocate a pseudo-TTY.")
    public boolean terminal;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME[=VALUE]",
            description =
                    "Set an environment variable; repeatable. Without =VALUE it is taken from this "
                            + "environment.")
    List<String> environment = new ArrayList<>();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Read in a file of environment variables; repeatable.")
    List<Path> environmentFiles = new ArrayList<>();

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER[:GROUP]",
            description = "Username or UID (format: NAME|UID[:GROUP|GID]).")
    @Nullable
    public String user;

    /** The variables of the process, those of the files first. */
    public List<String> variables(CommandContext here) throws UsageException {
        var given = new ArrayList<String>();
        for (var file : environmentFiles) {
            given.addAll(VariablesFile.read(file, here::isSet));
        }
        given.addAll(environment);
        return here.variables(given);
    }

    /** Whether the user types into the process, at a terminal. */
    public boolean typed() {
        return interactive && terminal;
    }

    /** Whether these options name no file of the user's. */
    public boolean readsNoFile() {
        return environmentFiles.isEmpty();
    }

    public Optional<String> user() {
        return Optional.ofNullable(user);
    }
}
