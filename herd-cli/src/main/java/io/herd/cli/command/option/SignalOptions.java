package io.herd.cli.command.option;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Proxy;
import io.herd.cli.stream.ContainerStreams;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Picocli mixin {@code --sig-proxy}: whether a command that is attached to a container passes its
 * signals on.
 */
public final class SignalOptions {

    @Option(
            names = "--sig-proxy",
            arity = "0..1",
            paramLabel = "true|false",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Proxy received signals to the process. Default: ${DEFAULT-VALUE}.")
    boolean given = true;

    public Optional<Proxy> proxy(Console console, Herd herd, List<ContainerLocation> containers) {
        return given
                ? Optional.of(ContainerStreams.proxy(console, herd, containers))
                : Optional.empty();
    }
}
