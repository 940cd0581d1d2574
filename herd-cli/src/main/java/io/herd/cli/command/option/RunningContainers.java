package io.herd.cli.command.option;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Picocli mixin with the operands {@code CONTAINER}, any number that run. */
public final class RunningContainers {

    @Parameters(
            arity = "0..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Running.class)
    List<String> named = List.of();

    public List<String> named() {
        return named;
    }
}
