package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The description of a command or a group of commands, for the manual and for completion scripts.
 *
 * @param path the words behind {@code herd}; none for herd itself
 * @param aliases other last words of the path
 * @param description the first sentence of the first line is the summary
 * @param flags its own; those of herd itself belong to every command
 * @param oneOf names of flags of which exactly one must be given
 * @param passesOn whether all words after the first operand, even flags, are passed on to another
 *     program
 * @param topics the commands of a group
 * @param shortFor the path of the command that this is a short form of
 */
public record Topic(
        List<String> path,
        List<String> aliases,
        List<String> description,
        List<Flag> flags,
        List<String> oneOf,
        List<Operand> operands,
        boolean passesOn,
        List<Topic> topics,
        Optional<List<String>> shortFor) {

    /** The command as it is typed, such as {@code herd container ls}. */
    public String name() {
        return Stream.concat(Stream.of("herd"), path.stream()).collect(joining(" "));
    }

    /** The path with dashes, such as {@code container-ls}; empty for herd itself. */
    public String dashed() {
        return String.join("-", path);
    }

    /** The words behind herd, such as {@code container ls}. */
    String words() {
        return String.join(" ", path);
    }

    public String usage() {
        return Stream.of(
                        Stream.of(name(), "[OPTIONS]"),
                        isGroup() ? Stream.of("COMMAND") : Stream.<String>empty(),
                        operands.stream().map(Operand::syntax))
                .flatMap(parts -> parts)
                .collect(joining(" "));
    }

    /** The first sentence of the description, without its full stop. */
    String summary() {
        return firstSentence(description.getFirst());
    }

    static String firstSentence(String text) {
        return text.replaceFirst("\\.( .*)?$", "");
    }

    boolean isGroup() {
        return !topics.isEmpty();
    }

    boolean isIn(Topic other) {
        return path.size() > other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }

    /** This topic and all commands in it, at any depth, without short forms. */
    public Stream<Topic> all() {
        return shortFor.isPresent()
                ? Stream.empty()
                : Stream.concat(Stream.of(this), topics.stream().flatMap(Topic::all));
    }

    /** The short forms of a command; this must be herd's own topic. */
    List<Topic> shortFormsOf(Topic command) {
        return topics.stream()
                .filter(topic -> topic.shortFor.equals(Optional.of(command.path)))
                .toList();
    }

    /**
     * All spellings of a command, without herd, its full one first; this must be herd's own topic.
     */
    List<String> spellings(Topic command) {
        var group = command.path.subList(0, Math.max(0, command.path.size() - 1));
        return Stream.of(
                        Stream.of(command.words()),
                        command.aliases.stream()
                                .map(alias -> String.join(" ", group) + " " + alias)
                                .map(String::strip),
                        shortFormsOf(command).stream().map(Topic::words))
                .flatMap(words -> words)
                .toList();
    }
}
