package io.herd.cli.command.completion;

import io.herd.cli.command.Commands;
import io.herd.cli.context.CommandContext;
import io.herd.cli.names.Expected;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what can be typed at each place of a command line. */
public final class Completion {

    private final CommandSpec herd;

    /** Reads all commands' annotations, which takes a while. */
    public Completion(CommandContext context) {
        herd = Commands.all(context);
    }

    /**
     * What the word that is being typed can be.
     *
     * @param typed the part of it that stays as it is, such as {@code --node=a,}
     */
    public record Place(String typed, Expected expected) {}

    /**
     * What can be typed at a place.
     *
     * @param before the words in front of it, without {@code herd}
     * @param begun what has been typed of the word
     */
    public Place place(List<String> before, String begun) {
        var walk = new CompletionCursor(herd);
        before.forEach(walk::pass);
        return walk.place(begun);
    }
}
