package io.herd.cli.command.option;

import io.herd.model.ContainerRef;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Picocli mixin with the operands {@code CONTAINER}, one or more that run. */
public final class RunningContainers {

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Running.class,
            converter = Converters.Ref.class)
    List<ContainerRef> named = List.of();

    public List<ContainerRef> named() {
        return named;
    }
}
