package io.herd.cli.shell;

import io.herd.cli.command.completion.Completion;
import io.herd.cli.context.CommandContext;
import io.herd.cli.names.Expected;
import io.herd.cli.names.Expected.Word;
import io.herd.model.Legible;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Suggests completions for the word that is being typed in the shell. */
public final class Suggestions {

    private static final List<Word> OWN =
            List.of(
                    new Word("help", "Show all commands, or the help of one"),
                    new Word("watch", "Show again and again what a command prints"),
                    new Word("clear", "Clear the screen"),
                    new Word("exit", "Leave the shell"));

    // Commands that make no sense in the shell.
    private static final Set<String> ELSEWHERE = Set.of("agent", "shell");

    private final CommandContext context;
    private final RecentNames names;
    private Optional<Completion> completion = Optional.empty();

    Suggestions(CommandContext context, RecentNames names) {
        this.context = context;
        this.names = names;
    }

    /**
     * One suggestion.
     *
     * @param meaning one line; may be empty
     * @param whole whether the word is complete; a directory's is not, since the path goes on
     */
    public record Suggestion(String text, String meaning, boolean whole) {}

    /**
     * Suggestions for a word.
     *
     * @param before the words in front of it
     * @param begun what has been typed of it
     * @return also suggestions that do not begin with what has been typed
     */
    public List<Suggestion> at(List<String> before, String begun) {
        if (before.isEmpty()) {
            return Stream.concat(
                            herds(before, begun).filter(word -> !ELSEWHERE.contains(word.text())),
                            OWN.stream().map(Suggestions::of))
                    .toList();
        }
        var rest = before.subList(1, before.size());
        return switch (before.getFirst()) {
            case "herd" -> at(rest, begun);
            case "help" -> herds(rest, begun).toList();
            case "clear", "exit", "quit" -> List.of();
            case "watch" -> watched(rest, begun);
            default -> herds(before, begun).toList();
        };
    }

    private List<Suggestion> watched(List<String> before, String begun) {
        if (before.isEmpty() || !before.getFirst().equals("-n")) {
            return herds(before, begun).toList();
        }
        return before.size() < 2
                ? List.of()
                : herds(before.subList(2, before.size()), begun).toList();
    }

    private Stream<Suggestion> herds(List<String> before, String begun) {
        var place = completion().place(before, begun);
        var rest = begun.substring(place.typed().length());
        return expected(place.expected(), rest)
                .map(word ->
                        new Suggestion(place.typed() + word.text(), word.meaning(), word.whole()));
    }

    private Stream<Suggestion> expected(Expected expected, String begun) {
        return switch (expected) {
            case Expected.Words(var words) -> words.stream().map(Suggestions::of);
            case Expected.Name name ->
                    names.of(name, begun).stream().map(it -> new Suggestion(it, "", true));
            case Expected.File(boolean directory) ->
                    Paths.from(begun, directory)
                            // A path that cannot be displayed cannot be typed either.
                            .filter(Legible::isLegible)
                            .map(path -> new Suggestion(path, "", !path.endsWith("/")));
            case Expected.Anything _ -> Stream.empty();
        };
    }

    private static Suggestion of(Word word) {
        return new Suggestion(word.text(), word.meaning(), !word.goesOn());
    }

    // Built when first needed, because reading the annotations of all commands takes a while.
    private synchronized Completion completion() {
        var known = completion.orElseGet(() -> new Completion(context));
        completion = Optional.of(known);
        return known;
    }
}
