package io.herd.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a container that is to stop may take before it is killed. */
final class Grace {

    @Option(
            names = {"-t", "--time"},
            paramLabel = "SECONDS",
            converter = Converters.Seconds.class,
            description =
                    "Seconds to wait before killing the container. Default: its own setting, or 10.")
    @Nullable Integer given;

    Optional<Integer> seconds() {
        return Optional.ofNullable(given);
    }

    /** How much longer the daemon's answer may take than that to other requests. */
    Duration extra() {
        return Duration.ofSeconds(seconds().orElse(0));
    }
}
