package io.herd.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a node may take to create one container. */
final class CreateTimeout {

    @Option(
            names = "--create-timeout",
            paramLabel = "DURATION",
            converter = Converters.Time.class,
            description = "How long the creation of one container may take. Default: --timeout.")
    @Nullable Duration given;

    Optional<Duration> time() {
        return Optional.ofNullable(given);
    }
}
