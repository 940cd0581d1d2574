package io.herd.cli.manual;

import static io.herd.cli.manual.Roff.bold;
import static io.herd.cli.manual.Roff.italic;
import static io.herd.cli.manual.Roff.plain;
import static java.util.stream.Collectors.joining;

import io.herd.cli.render.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Generates the man page of a command. */
final class CommandPage {

    private final Topic herd;
    private final Topic topic;
    private final Roff page;

    /**
     * @param herd the topic of herd itself, with all commands
     * @param date of the sources, {@code YYYY-MM-DD}
     */
    CommandPage(Topic herd, Topic topic, String date, String version) {
        this.herd = herd;
        this.topic = topic;
        this.page = new Roff(name(topic), 1, date, version);
    }

    /** The page's name, such as {@code herd-container-ls}. */
    static String name(Topic topic) {
        return topic.name().replace(' ', '-');
    }

    String text(List<Example> examples) {
        page.section("NAME").text(plain(name(topic) + " - " + topic.summary()));
        page.section("SYNOPSIS").text(synopsis());
        page.section("DESCRIPTION");
        new Prose(herd).of(topic).forEach(paragraph -> page.text(plain(paragraph)));
        commands();
        options();
        page.section("EXIT STATUS");
        for (var code : ExitCode.values()) {
            page.item(bold(Integer.toString(code.code())), code.meaning() + ".");
        }
        environment();
        examples(examples);
        page.section("SEE ALSO").text(seeAlso());
        return page.toString();
    }

    private String synopsis() {
        var behindTheName = topic.usage().substring(topic.name().length());
        return bold(topic.name()) + behindTheName.replaceAll("[A-Z]+", "\\\\fI$0\\\\fR");
    }

    private void commands() {
        if (topic.isGroup()) {
            page.section("COMMANDS");
            for (var command : topic.topics()) {
                page.item(bold(command.path().getLast()), command.summary() + ".");
            }
        }
    }

    private void options() {
        page.section("OPTIONS");
        topic.flags().forEach(flag -> page.item(tag(flag), flag.description()));
        if (!topic.path().isEmpty()) {
            page.text("The options that all commands have are in " + bold("herd") + "(1).");
        }
    }

    private static String tag(Flag flag) {
        var names = flag.names().stream().map(Roff::bold).collect(joining(", "));
        return names + flag.argument().map(argument -> "=" + italic(argument.syntax())).orElse("");
    }

    private void environment() {
        page.section("ENVIRONMENT");
        for (var flag : topic.flags()) {
            flag.variable()
                    .ifPresent(name -> page.item(bold(name), "Sets " + flag.longest() + "."));
        }
        if (topic.path().isEmpty()) {
            Variable.OTHERS.forEach(other -> page.item(bold(other.name()), other.meaning()));
        } else {
            page.text("The variables that all commands have are in " + bold("herd") + "(1).");
        }
    }

    private void examples(List<Example> examples) {
        if (!examples.isEmpty()) {
            page.section("EXAMPLES");
        }
        for (var example : examples) {
            page.text(plain(example.title() + ":")).literal(example.lines());
        }
    }

    private String seeAlso() {
        var near = herd.all().filter(this::isNear).map(other -> bold(name(other)) + "(1)");
        return Stream.concat(near, Stream.of(bold("herd.json") + "(5)")).collect(joining(", "));
    }

    /**
     * Whether to refer to another page: herd itself, the group, the commands in it, or the command
     * that this one is short for.
     */
    private boolean isNear(Topic other) {
        boolean nextLevel = other.path().size() == topic.path().size() + 1;
        return topic.isIn(other)
                || (other.isIn(topic) && nextLevel)
                || topic.shortFor().equals(Optional.of(other.path()));
    }
}
