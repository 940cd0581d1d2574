package io.herd.cli.command.creation;

import io.herd.cli.command.option.CallerOptions;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.command.option.VariablesFile;
import io.herd.cli.context.CommandContext;
import io.herd.json.text.JsonForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Docker's options about the process in a new container, such as its variables and user; writes
 * them into the Docker API's create form.
 */
public final class ProcessOptions {

    @Mixin public final CallerOptions caller = new CallerOptions();

    @Option(
            // No directory of this host, which shells would offer for DIR.
            names = {"-w", "--workdir"},
            paramLabel = "PATH",
            description = "Working directory inside the container.")
    @Nullable String directory;

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

    @Option(names = "--domainname", paramLabel = "NAME", description = "Container NIS domain name.")
    @Nullable String domain;

    @Option(names = "--hostname", paramLabel = "NAME", description = "Container host name.")
    @Nullable String hostname;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "KEY[=VALUE]",
            converter = Converters.Pair.class,
            description = "Set meta data on a container; repeatable.")
    List<Converters.Pair.Of> labels = new ArrayList<>();

    @Option(
            names = "--label-file",
            paramLabel = "FILE",
            description = "Read in a line delimited file of labels; repeatable.")
    List<Path> labelFiles = new ArrayList<>();

    /**
     * Writes the options into a create form.
     *
     * @param detached whether nobody is attached from the beginning; otherwise the container's
     *     input ends when they leave
     */
    public void into(JsonForm form, CommandContext here, boolean detached) throws UsageException {
        form.flag("OpenStdin", caller.interactive)
                .flag("StdinOnce", caller.interactive && !detached)
                .flag("Tty", caller.terminal)
                .text("WorkingDir", directory)
                .text("User", caller.user)
                .texts("Entrypoint", entrypoint == null ? List.of() : List.of(entrypoint))
                .text("StopSignal", stopSignal)
                .number("StopTimeout", stopTimeout)
                .text("Hostname", hostname)
                .text("Domainname", domain)
                .moreTexts("Env", caller.variables(here))
                .moreTexts("Labels", Converters.Pair.byKey(labels()));
        if (init) {
            form.part("HostConfig").flag("Init", true);
        }
    }

    boolean readsNoFile() {
        return labelFiles.isEmpty() && caller.readsNoFile();
    }

    private List<Converters.Pair.Of> labels() throws UsageException {
        var all = new ArrayList<Converters.Pair.Of>();
        for (var file : labelFiles) {
            var lines = VariablesFile.read(file, _ -> true);
            all.addAll(lines.stream().map(new Converters.Pair()::convert).toList());
        }
        all.addAll(labels);
        return all;
    }
}
