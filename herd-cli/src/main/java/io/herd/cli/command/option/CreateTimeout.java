package io.herd.cli.command.option;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Picocli mixin {@code --create-timeout}: how long a node may take to create one container. */
public final class CreateTimeout {

    @Option(
            names = "--create-timeout",
            paramLabel = "DURATION",
            converter = Converters.Time.class,
            description = "Time limit for creating one container. Default: --deadline.")
    @Nullable Duration given;

    public Optional<Duration> time() {
        return Optional.ofNullable(given);
    }
}
