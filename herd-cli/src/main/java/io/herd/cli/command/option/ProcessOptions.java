package io.herd.cli.command.option;

import static java.util.stream.Collectors.toMap;

import io.herd.cli.context.CommandContext;
import io.herd.json.text.JsonForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about the process in a new container, such as its variables and user; writes
 * them into the Docker API's create form.
 */
public final class ProcessOptions {

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
            names = {"-w", "--workdir"},
            paramLabel = "DIR",
            description = "Working directory inside the container.")
    @Nullable String directory;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER[:GROUP]",
            description = "Username or UID (format: NAME|UID[:GROUP|GID]).")
    @Nullable String user;

    @Option(
            names = "--entrypoint",
            paramLabel = "COMMAND",
            description = "Overwrite the default ENTRYPOINT of the image.")
    @Nullable String entrypoint;

    @Option(
            names = "--init",
            description =
                    "Run an init inside the container that forwards signals and reaps processes.")
    boolean init;

    @Option(
            names = "--stop-signal",
            paramLabel = "SIGNAL",
            description = "Signal to stop the container.")
    @Nullable String stopSignal;

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            converter = Converters.Seconds.class,
            description = "Timeout (in seconds) to stop a container.")
    @Nullable Integer stopTimeout;

    @Option(names = "--hostname", paramLabel = "NAME", description = "Container host name.")
    @Nullable String hostname;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "KEY[=VALUE]",
            converter = Converters.Pair.class,
            description = "Set meta data on a container; repeatable.")
    List<Converters.Pair.Of> labels = new ArrayList<>();

    /**
     * Writes the options into a create form.
     *
     * @param detached whether nobody is attached from the beginning; otherwise the container's
     *     input ends when they leave
     */
    void into(JsonForm form, CommandContext here, boolean detached) throws UsageException {
        form.flag("OpenStdin", interactive)
                .flag("StdinOnce", interactive && !detached)
                .flag("Tty", terminal)
                .text("WorkingDir", directory)
                .text("User", user)
                .texts("Entrypoint", entrypoint == null ? List.of() : List.of(entrypoint))
                .text("StopSignal", stopSignal)
                .number("StopTimeout", stopTimeout)
                .text("Hostname", hostname)
                .moreTexts("Env", variables(here))
                .moreTexts(
                        "Labels",
                        labels.stream()
                                .collect(
                                        toMap(
                                                Converters.Pair.Of::key,
                                                Converters.Pair.Of::value,
                                                (_, last) -> last)));
        if (init) {
            form.part("HostConfig").flag("Init", true);
        }
    }

    private List<String> variables(CommandContext here) throws UsageException {
        var given = new ArrayList<String>();
        for (var file : environmentFiles) {
            given.addAll(VariablesFile.read(file, here::isSet));
        }
        given.addAll(environment);
        return here.variables(given);
    }
}
