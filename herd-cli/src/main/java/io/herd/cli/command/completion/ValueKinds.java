package io.herd.cli.command.completion;

import static java.util.Map.entry;

import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.Filtering;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.manual.NameKind;
import io.herd.cli.manual.Value;
import io.herd.cli.manual.Value.Anything;
import io.herd.cli.manual.Value.Directories;
import io.herd.cli.manual.Value.Files;
import io.herd.cli.manual.Value.Names;
import io.herd.cli.manual.Value.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** Maps the labels of the help, such as CONTAINER, to the values that completion offers. */
final class ValueKinds {

    private static final Map<String, Value> VALUES =
            Map.ofEntries(
                    entry("CONTAINER", new Names(NameKind.CONTAINER)),
                    entry("NODE", new Names(NameKind.NODE)),
                    entry("IMAGE", new Names(NameKind.IMAGE)),
                    entry("VOLUME", new Names(NameKind.VOLUME)),
                    entry("NETWORK", new Names(NameKind.NETWORK)),
                    entry("TEMPLATE", new Names(NameKind.TEMPLATE)),
                    entry("CONSTRAINT", new Names(NameKind.CONSTRAINT)),
                    entry("FILE", new Files()),
                    entry("DIR", new Directories()),
                    entry("SHELL", new Words(List.of("bash", "zsh", "fish"))),
                    entry(
                            "POLICY",
                            new Words(
                                    List.of(
                                            "no",
                                            "always",
                                            "unless-stopped",
                                            "on-failure",
                                            "on-failure:"))),
                    entry("FORMAT", new Words(List.of("json", "table"))),
                    entry(
                            "SIGNAL",
                            new Words(
                                    List.of(
                                            "ABRT", "CONT", "HUP", "INT", "KILL", "QUIT", "STOP",
                                            "TERM", "USR1", "USR2", "WINCH"))));

    private static final String FILTER = "NAME=VALUE";

    private ValueKinds() {}

    /** The value of an option or an operand. */
    static Value value(ArgSpec argument) {
        return switch (argument.completionCandidates()) {
            case CompletionCandidates.Running _ -> new Names(NameKind.RUNNING);
            case CompletionCandidates.Stopped _ -> new Names(NameKind.STOPPED);
            case CompletionCandidates.Paused _ -> new Names(NameKind.PAUSED);
            case CompletionCandidates.Attachable _ -> new Names(NameKind.ATTACHABLE);
            case null, default ->
                    filtered(argument)
                            .<Value>map(what -> new Words(what.words()))
                            .orElseGet(() -> value(argument.paramLabel()));
        };
    }

    // A mixin with filters is told by its command what they filter.
    private static Optional<Filterable> filtered(ArgSpec argument) {
        if (!argument.paramLabel().equals(FILTER)) {
            return Optional.empty();
        }
        try {
            return argument.scope().get() instanceof Filtering filters
                    ? Optional.of(filters.what())
                    : Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The value for a label; one such as {@code always|never} lists the words that may be typed.
     */
    private static Value value(String label) {
        if (label.matches("[a-z-]+(\\|[a-z-]+)+")) {
            return new Words(List.of(label.split("\\|")));
        }
        return VALUES.getOrDefault(label, new Anything());
    }
}
