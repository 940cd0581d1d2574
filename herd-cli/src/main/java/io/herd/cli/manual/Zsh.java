package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Generates the completion script for zsh, in the language of its {@code _arguments}. */
final class Zsh {

    private final Topic herd;
    private final List<String> handedOn;

    /**
     * @param handedOn flags that the script passes on to {@code herd __complete}
     */
    Zsh(Topic herd, List<String> handedOn) {
        this.herd = herd;
        this.handedOn = handedOn;
    }

    String script() {
        var globals = new ArrayList<String>();
        globals.add("handed=(" + String.join(" ", handedOn) + ")");
        globals.add("globals=(");
        herd.flags().forEach(flag -> globals.add("    " + flag(flag, List.of())));
        globals.add(")");
        return ScriptFrame.fill(
                "frame.zsh",
                Map.of("globals", globals, "topics", herd.all().flatMap(this::topic).toList()));
    }

    private Stream<String> topic(Topic topic) {
        var body = topic.isGroup() ? group(topic) : command(topic);
        return Stream.of(
                        Stream.of(function(topic) + "() {"),
                        body.map(line -> "    " + line),
                        Stream.of("}", ""))
                .flatMap(part -> part);
    }

    private static String function(Topic topic) {
        return topic.path().isEmpty()
                ? "_herd_topic"
                : "_herd_topic_" + String.join("_", topic.path());
    }

    private static Stream<String> command(Topic topic) {
        var specs =
                Stream.concat(
                                topic.flags().stream().map(flag -> flag(flag, topic.oneOf())),
                                topic.operands().stream().map(Zsh::operand))
                        .map(spec -> "    " + spec)
                        .collect(joining(" \\\n"));
        var all = "_arguments -s -S " + (topic.passesOn() ? "-A '-*' " : "") + "$globals";
        return specs.isEmpty() ? Stream.of(all) : (all + " \\\n" + specs).lines();
    }

    private Stream<String> group(Topic topic) {
        var lines = new ArrayList<String>();
        lines.add("local -a commands");
        lines.add("commands=(");
        topic.topics()
                .forEach(command ->
                        lines.add(
                                "    "
                                        + quoted(
                                                command.path().getLast()
                                                        + ":"
                                                        + command.summary())));
        lines.add(")");
        lines.add("_arguments -C -s -S $globals '(-): :->command' '(-)*:: :->rest'");
        lines.add("case $state in");
        lines.add("    command) _describe -t commands command commands ;;");
        lines.add("    rest)");
        lines.add("        case $words[1] in");
        topic.topics().forEach(command -> lines.add("            " + call(command)));
        lines.add("        esac");
        lines.add("        ;;");
        lines.add("esac");
        return lines.stream();
    }

    private String call(Topic command) {
        var meant =
                command.shortFor()
                        .flatMap(path ->
                                herd.all().filter(topic -> topic.path().equals(path)).findFirst())
                        .orElse(command);
        var words = Stream.concat(Stream.of(command.path().getLast()), command.aliases().stream());
        return words.collect(joining(" | ")) + ") " + function(meant) + " ;;";
    }

    private static String flag(Flag flag, List<String> oneOf) {
        var others = oneOf.contains(flag.longest()) ? oneOf : flag.names();
        var names = flag.names().stream().map(name -> name + sign(flag, name)).toList();
        var before =
                flag.repeatable()
                        ? "*"
                        : others.size() > 1 ? "(" + String.join(" ", others) + ")" : "";
        var after =
                "[%s]%s"
                        .formatted(
                                flag.summary().replaceAll("[\\[\\]\\\\]", "\\\\$0"),
                                flag.argument().map(Zsh::argument).orElse(""));
        // {-t,--time} outside of the quotes is expanded by the shell to two words.
        return names.size() == 1
                ? quoted(before + names.getFirst() + after)
                : (before.isEmpty() ? "" : quoted(before))
                        + "{"
                        + String.join(",", names)
                        + "}"
                        + quoted(after);
    }

    /**
     * How _arguments expects the value: = for {@code --name=VALUE}, + for {@code -nVALUE}; both
     * also as the next word.
     */
    private static String sign(Flag flag, String name) {
        if (flag.argument().isEmpty()) {
            return "";
        }
        return name.startsWith("--") ? "=" : "+";
    }

    private static String operand(Operand operand) {
        var place = operand.many() ? "*" : operand.optional() ? ":" : "";
        return quoted(place + argument(operand.argument()));
    }

    private static String argument(Argument argument) {
        return ":" + argument.label().replace(":", "\\:") + ":" + action(argument);
    }

    private static String action(Argument argument) {
        return switch (argument.value()) {
            case Value.Names(NameKind of) when argument.separator().isEmpty() ->
                    "_herd_names " + of.word();
            // _sequence inserts its own arguments at the dash.
            case Value.Names(NameKind of) ->
                    "_sequence -s %s _herd_names - %s".formatted(argument.separator(), of.word());
            case Value.Files _ -> "_files";
            case Value.Directories _ when argument.separator().equals(":") -> "_dir_list";
            case Value.Directories _ -> "_files -/";
            case Value.Words(var words) when words.stream().anyMatch(Value::goesOn) ->
                    "_herd_words " + String.join(",", words).replace(":", "\\:");
            case Value.Words(var words) -> "(" + String.join(" ", words) + ")";
            case Value.Anything _ -> " ";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
