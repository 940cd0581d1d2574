package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Describes a command in sentences, for all kinds of pages. */
final class Prose {

    private static final String CONTAINER =
            "CONTAINER is a full ID, a unique prefix of it, a name, or NODE/NAME.";

    private final Topic herd;

    /**
     * @param herd the topic of herd itself, with all commands
     */
    Prose(Topic herd) {
        this.herd = herd;
    }

    /** The paragraphs about a command. */
    List<String> of(Topic topic) {
        return Stream.of(
                        topic.description().stream(),
                        operands(topic),
                        topic.oneOf().isEmpty() ? Stream.<String>empty() : Stream.of(oneOf(topic)),
                        spellings(topic))
                .flatMap(paragraphs -> paragraphs)
                .toList();
    }

    private static Stream<String> operands(Topic topic) {
        return topic.operands().stream()
                .flatMap(operand -> {
                    var label = operand.argument().label();
                    if (!operand.description().isEmpty()) {
                        return Stream.of(label + ": " + operand.description());
                    }
                    return label.equals("CONTAINER") ? Stream.of(CONTAINER) : Stream.empty();
                });
    }

    private static String oneOf(Topic topic) {
        return "One of %s must be given, and only one.".formatted(String.join(", ", topic.oneOf()));
    }

    private Stream<String> spellings(Topic topic) {
        if (topic.shortFor().isPresent()) {
            var whole = String.join(" ", topic.shortFor().get());
            return Stream.of("It is short for 'herd " + whole + "'.");
        }
        var others = herd.spellings(topic).stream().skip(1).map(words -> "'herd " + words + "'");
        var all = others.collect(joining(" or "));
        return all.isEmpty() ? Stream.empty() : Stream.of("It can also be typed as " + all + ".");
    }
}
