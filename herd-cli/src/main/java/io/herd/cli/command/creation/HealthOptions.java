package io.herd.cli.command.creation;

import io.herd.cli.command.option.GoDuration;
import io.herd.cli.command.option.UsageException;
import io.herd.json.text.JsonForm;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Docker's options about how the daemon checks whether a new container is healthy; writes them into
 * the Docker API's create form.
 */
final class HealthOptions {

    @Option(
            names = "--health-cmd",
            paramLabel = "COMMAND",
            description = "Command to run to check health.")
    @Nullable String command;

    @Option(
            names = "--health-interval",
            paramLabel = "DURATION",
            converter = GoDuration.Nanos.class,
            description = "Time between running the check (ms|s|m|h).")
    @Nullable Long interval;

    @Option(
            names = "--health-timeout",
            paramLabel = "DURATION",
            converter = GoDuration.Nanos.class,
            description = "Maximum time to allow one check to run (ms|s|m|h).")
    @Nullable Long timeout;

    @Option(
            names = "--health-start-period",
            paramLabel = "DURATION",
            converter = GoDuration.Nanos.class,
            description =
                    "Start period for the container to initialize before starting health-retries countdown (ms|s|m|h).")
    @Nullable Long startPeriod;

    @Option(
            names = "--health-start-interval",
            paramLabel = "DURATION",
            converter = GoDuration.Nanos.class,
            description = "Time between running the check during the start period (ms|s|m|h).")
    @Nullable Long startInterval;

    @Option(
            names = "--health-retries",
            paramLabel = "N",
            converter = Numbers.Natural.class,
            description = "Consecutive failures needed to report unhealthy.")
    @Nullable Long retries;

    @Option(
            names = "--no-healthcheck",
            description = "Disable any container-specified HEALTHCHECK.")
    boolean none;

    void into(JsonForm form) throws UsageException {
        boolean any =
                Stream.of(command, interval, timeout, startPeriod, startInterval, retries)
                        .anyMatch(Objects::nonNull);
        if (none && any) {
            throw new UsageException(
                    "--no-healthcheck conflicts with --health-*: leave one of them out");
        }
        if (none) {
            form.part("Healthcheck").texts("Test", List.of("NONE"));
        } else if (any) {
            form.part("Healthcheck")
                    .texts("Test", command == null ? List.of() : List.of("CMD-SHELL", command))
                    .number("Interval", interval)
                    .number("Timeout", timeout)
                    .number("StartPeriod", startPeriod)
                    .number("StartInterval", startInterval)
                    .number("Retries", retries);
        }
    }
}
