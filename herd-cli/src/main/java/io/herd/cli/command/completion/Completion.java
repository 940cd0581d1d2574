package io.herd.cli.command.completion;

import io.herd.cli.command.Commands;
import io.herd.cli.context.CommandContext;
import io.herd.cli.names.Expected;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Knows of every place of a command line what can be typed there. */
public final class Completion {

    private final CommandSpec herd;

    /** Reads all commands' annotations, which takes its time. */
    public Completion(CommandContext context) {
        herd = Commands.all(context);
    }

    /**
     * What the word that is being typed can be.
     *
     * @param typed how much of it stays as it is, such as {@code --node=a,}
     */
    public record Place(String typed, Expected expected) {}

    /**
     * @param before the words in front of it, without {@code herd}
     * @param begun what there is of it
     */
    public Place place(List<String> before, String begun) {
        var walk = new CompletionCursor(herd);
        before.forEach(walk::pass);
        return walk.place(begun);
    }
}
