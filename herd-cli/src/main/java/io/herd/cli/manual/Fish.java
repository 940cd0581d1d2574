package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates the completion script for fish. */
final class Fish {

    private final Topic herd;
    private final List<String> handedOn;

    /**
     * @param handedOn flags that the script passes on to {@code herd __complete}
     */
    Fish(Topic herd, List<String> handedOn) {
        this.herd = herd;
        this.handedOn = handedOn;
    }

    String script() {
        return ScriptFrame.fill(
                "frame.fish",
                Map.of(
                        "valued", herd.all().flatMap(Fish::valued).toList(),
                        "aliases", herd.all().flatMap(this::aliases).toList(),
                        "topics", topics()));
    }

    /** The patterns for flags with a value; a flag of herd itself is valid for every command. */
    private static Stream<String> valued(Topic topic) {
        var patterns =
                topic.flags().stream()
                        .filter(flag -> flag.argument().isPresent())
                        .flatMap(flag -> flag.names().stream())
                        .map(name ->
                                quoted((topic.path().isEmpty() ? "*" : topic.words()) + " " + name))
                        .collect(joining(" "));
        return patterns.isEmpty() ? Stream.empty() : Stream.of("case " + patterns);
    }

    private Stream<String> aliases(Topic topic) {
        var others = herd.spellings(topic).stream().skip(1).map(Fish::quoted).collect(joining(" "));
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of("case " + others, "    echo " + quoted(topic.words()));
    }

    private List<String> topics() {
        var lines = new ArrayList<String>();
        var groups = herd.all().filter(Topic::isGroup);
        lines.add(
                "set -g __herd_groups "
                        + groups.map(Topic::words).map(Fish::quoted).collect(joining(" ")));
        lines.add("set -g __herd_handed " + String.join(" ", handedOn));
        lines.add("");
        lines.add("complete -c herd -f");
        herd.flags().forEach(flag -> lines.add("complete -c herd" + flag(flag)));
        herd.all()
                .forEach(topic -> {
                    lines.add("");
                    topic(topic).forEach(lines::add);
                });
        return lines;
    }

    private static Stream<String> topic(Topic topic) {
        var at = "complete -c herd -n " + at(topic, "");
        var atFlags = "complete -c herd -n " + at(topic, topic.passesOn() ? " 0 0" : "");
        var commands =
                topic.topics().stream()
                        .map(command ->
                                at
                                        + " -a "
                                        + command.path().getLast()
                                        + " -d "
                                        + quoted(command.summary()));
        var flags =
                topic.path().isEmpty()
                        ? Stream.<String>empty()
                        : topic.flags().stream().map(flag -> atFlags + flag(flag));
        return Stream.of(commands, flags, operands(topic)).flatMap(part -> part);
    }

    private static Stream<String> operands(Topic topic) {
        var operands = topic.operands();
        return IntStream.range(0, operands.size())
                .filter(i -> !offer(operands.get(i).argument()).isEmpty())
                .mapToObj(i -> {
                    var place = operands.get(i).many() ? " " + i : " " + i + " " + i;
                    return "complete -c herd -n "
                            + at(topic, place)
                            + offer(operands.get(i).argument());
                });
    }

    private static String at(Topic topic, String place) {
        return "'__herd_at \"%s\"%s'".formatted(topic.words(), place);
    }

    private static String flag(Flag flag) {
        var names =
                flag.names().stream()
                        .map(name ->
                                name.startsWith("--")
                                        ? " -l " + name.substring(2)
                                        : " -s " + name.substring(1))
                        .collect(joining());
        return names
                + flag.argument().map(Fish::value).orElse("")
                + " -d "
                + quoted(flag.summary());
    }

    private static String value(Argument argument) {
        // Without -x fish offers files, too; with it, not even where -F asks for them.
        return (argument.value() instanceof Value.Files ? " -r" : " -x") + offer(argument);
    }

    private static String offer(Argument argument) {
        return switch (argument.value()) {
            case Value.Names(NameKind of) ->
                    " -a '(__herd_names %s)'"
                            .formatted((of.word() + " " + argument.separator()).strip());
            case Value.Files _ -> " -F";
            case Value.Directories _ -> " -a '(__fish_complete_directories)'";
            case Value.Words(var words) -> " -a " + quoted(String.join(" ", words));
            case Value.Anything _ -> "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
