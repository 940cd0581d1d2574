package io.herd.cli.manual;

import java.util.List;
import java.util.Optional;

/**
 * An option of a command.
 *
 * @param names with their dashes, the short one first
 * @param argument its value; empty if it is a switch
 * @param repeatable whether a second one adds to the first
 * @param variable the environment variable that sets it, too
 */
public record Flag(
        List<String> names,
        Optional<Argument> argument,
        String description,
        boolean repeatable,
        Optional<String> variable) {

    /** The first sentence of the description, without its full stop. */
    String summary() {
        return Topic.firstSentence(description);
    }

    String longest() {
        return names.getLast();
    }
}
