package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about what the daemon does with a new container, such as restarting it and
 * keeping its output; writes them into the host's part of the Docker API's create form.
 */
final class HostOptions {

    @Option(names = "--rm", description = "Automatically remove the container when it exits.")
    boolean remove;

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            converter = RestartPolicy.Converter.class,
            description = "Restart policy: no, always, unless-stopped or on-failure[:TIMES].")
    @Nullable RestartPolicy restart;

    @Option(
            names = "--log-driver",
            paramLabel = "NAME",
            description = "Logging driver for the container.")
    @Nullable String logDriver;

    @Option(
            names = "--log-opt",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Option of the log driver; repeatable.")
    List<Converters.Pair.Of> logOptions = new ArrayList<>();

    @Option(
            names = "--annotation",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description =
                    "Add an annotation to the container (passed through to the OCI runtime); repeatable.")
    List<Converters.Pair.Of> annotations = new ArrayList<>();

    void into(JsonForm host) throws UsageException {
        host.flag("AutoRemove", remove)
                .moreTexts("Annotations", Converters.Pair.byKey(annotations));
        if (restart != null) {
            restart.into(host.part("RestartPolicy"));
        }
        if ("none".equals(logDriver) && !logOptions.isEmpty()) {
            throw new UsageException(
                    "the log driver none takes no options: leave --log-opt %s out"
                            .formatted(logOptions.getFirst().key()));
        }
        if (logDriver != null || !logOptions.isEmpty()) {
            host.part("LogConfig")
                    .text("Type", logDriver)
                    .moreTexts("Config", Converters.Pair.byKey(logOptions));
        }
    }
}
