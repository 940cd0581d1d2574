package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import io.herd.cli.render.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Generates the Markdown pages of docs/commands. */
final class Reference {

    private static final String HEAD =
            "<!-- Made by the build from the commands: see CONTRIBUTING.md. -->\n";

    private final Topic herd;

    /**
     * @param herd the topic of herd itself, with all commands
     */
    Reference(Topic herd) {
        this.herd = herd;
    }

    /** The page that links to all others, with what is common to all commands. */
    String index() {
        var variables = herd.flags().stream().flatMap(Reference::variable);
        var others =
                Variable.OTHERS.stream()
                        .map(other -> row("`" + other.name() + "`", other.meaning()));
        return page(
                Stream.of(
                        HEAD + "# Commands",
                        commands(herd.all().skip(1)),
                        "## Options that all commands have",
                        options(herd.flags()),
                        "## Environment",
                        table("variable", Stream.concat(variables, others)),
                        "## Exit codes",
                        exitCodes()));
    }

    String page(Topic topic, List<Example> examples) {
        return page(
                Stream.of(
                                Stream.of(HEAD + "# " + topic.name()),
                                new Prose(herd).of(topic).stream().map(Reference::escaped),
                                Stream.of("```\n" + topic.usage() + "\n```"),
                                section("", topic.isGroup(), commands(topic.topics().stream())),
                                section(
                                        "Options",
                                        !topic.flags().isEmpty(),
                                        options(topic.flags())),
                                section("Examples", !examples.isEmpty(), examples(examples)),
                                section("Exit codes", !topic.isGroup(), exitCodes()),
                                Stream.of(
                                        "[Options and variables that all commands have](README.md)"))
                        .flatMap(parts -> parts));
    }

    private static String page(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(joining("\n\n")) + "\n";
    }

    private static Stream<String> section(String title, boolean wanted, String text) {
        return wanted ? Stream.of(title.isEmpty() ? "" : "## " + title, text) : Stream.empty();
    }

    private static String commands(Stream<Topic> commands) {
        return table(
                "command",
                commands.map(topic ->
                        row(
                                "[%s](%s.md)".formatted(topic.name(), topic.dashed()),
                                topic.summary())));
    }

    private static String options(List<Flag> flags) {
        return table("option", flags.stream().map(flag -> row(syntax(flag), flag.description())));
    }

    private static String syntax(Flag flag) {
        var value = flag.argument().map(argument -> "=" + argument.syntax()).orElse("");
        return "`" + String.join("`, `", flag.names()) + value + "`";
    }

    private static Stream<String> variable(Flag flag) {
        return flag.variable().stream()
                .map(name -> row("`" + name + "`", "Sets `" + flag.longest() + "`."));
    }

    private static String examples(List<Example> examples) {
        return examples.stream()
                .map(example ->
                        "%s:\n\n```console\n%s\n```"
                                .formatted(
                                        escaped(example.title()),
                                        String.join("\n", example.lines())))
                .collect(joining("\n\n"));
    }

    private static String exitCodes() {
        return table(
                "code",
                Arrays.stream(ExitCode.values())
                        .map(code -> row(Integer.toString(code.code()), code.meaning())));
    }

    private static String table(String of, Stream<String> rows) {
        return "| " + of + " | |\n| --- | --- |\n" + rows.collect(joining("\n"));
    }

    private static String row(String left, String right) {
        return "| " + left + " | " + escaped(right) + " |";
    }

    private static String escaped(String text) {
        return text.replaceAll("[|*_<>]", "\\\\$0");
    }
}
