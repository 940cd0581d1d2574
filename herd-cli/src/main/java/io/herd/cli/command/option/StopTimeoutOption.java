package io.herd.cli.command.option;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Picocli mixin {@code --timeout}: how long a container may take to stop before it is killed. */
public final class StopTimeoutOption {

    // Long, but not endless: every request has a deadline.
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Option(
            // The last is what docker had before.
            names = {"-t", "--timeout", "--time"},
            paramLabel = "SECONDS",
            converter = Converters.GraceSeconds.class,
            description =
                    "Seconds to wait before killing the container, or -1 for no limit. Default: its own setting, or 10.")
    @Nullable Integer given;

    public Optional<Integer> seconds() {
        return Optional.ofNullable(given);
    }

    /** Extra time for the daemon's answer, because of the wait. */
    public Duration extra() {
        int wait = seconds().orElse(0);
        return wait < 0 ? FOR_EVER : Duration.ofSeconds(wait);
    }
}
