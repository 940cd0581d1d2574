package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Generates the completion script for bash. */
final class Bash {

    private final Topic herd;
    private final List<String> handedOn;

    /**
     * @param handedOn flags that the script passes on to {@code herd __complete}
     */
    Bash(Topic herd, List<String> handedOn) {
        this.herd = herd;
        this.handedOn = handedOn;
    }

    String script() {
        return ScriptFrame.fill(
                "frame.bash",
                Map.of(
                        "flags", flags(herd, "="),
                        "topics", herd.all().flatMap(this::topic).toList(),
                        "handed", List.of(String.join(" | ", handedOn) + ") ;;")));
    }

    private Stream<String> topic(Topic topic) {
        var lines = new ArrayList<String>();
        if (topic.isGroup()) {
            lines.add("commands='%s'".formatted(commands(topic)));
        }
        if (!topic.path().isEmpty()) {
            lines.addAll(flags(topic, "+="));
        }
        if (!topic.operands().isEmpty()) {
            lines.add(operands(topic.operands()));
        }
        if (topic.passesOn()) {
            lines.add("passes_on=1");
        }
        var patterns =
                herd.spellings(topic).stream()
                        .map(words -> words.matches("[a-z-]+") ? words : "'" + words + "'")
                        .collect(joining(" | "));
        return Stream.of(
                        Stream.of(patterns + ")"),
                        lines.stream().map(line -> "    " + line),
                        Stream.of("    ;;"))
                .flatMap(part -> part);
    }

    private static String commands(Topic group) {
        return group.topics().stream().map(topic -> topic.path().getLast()).collect(joining(" "));
    }

    private static List<String> flags(Topic topic, String operator) {
        var lines = new ArrayList<String>();
        var switches =
                topic.flags().stream()
                        .filter(flag -> flag.argument().isEmpty())
                        .flatMap(flag -> flag.names().stream())
                        .collect(joining(" "));
        if (!switches.isEmpty()) {
            lines.add("flags%s(%s)".formatted(operator, switches));
        }
        var values =
                topic.flags().stream()
                        .flatMap(flag ->
                                flag.argument().stream().map(argument -> values(flag, argument)))
                        .toList();
        if (!values.isEmpty()) {
            lines.add("values" + operator + "(");
            values.forEach(value -> lines.add("    " + value));
            lines.add(")");
        }
        return lines;
    }

    private static String values(Flag flag, Argument argument) {
        return flag.names().stream()
                .map(name -> "[%s]=%s".formatted(name, value(argument)))
                .collect(joining(" "));
    }

    private static String operands(List<Operand> operands) {
        return "operands=(%s)%s"
                .formatted(
                        operands.stream()
                                .map(operand -> value(operand.argument()))
                                .collect(joining(" ")),
                        operands.getLast().many() ? " many=1" : "");
    }

    private static String value(Argument argument) {
        return switch (argument.value()) {
            case Value.Names(NameKind of) -> several(of.word(), argument.separator());
            case Value.Files _ -> several("file", argument.separator());
            case Value.Directories _ -> several("directory", argument.separator());
            case Value.Words(var words) -> "'=" + String.join(" ", words) + "'";
            case Value.Anything _ -> "-";
        };
    }

    private static String several(String value, String separator) {
        return separator.isEmpty() ? value : "'" + value + separator + "'";
    }
}
