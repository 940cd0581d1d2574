package io.herd.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.Legible;
import java.util.List;

/** Prefixes that tell the lines of several sources apart: their names, padded to the same width. */
public final class Prefixes {

    // The colours that docker compose uses, in its order.
    private static final List<Integer> COLOURS = List.of(36, 33, 32, 35, 34);

    private final List<String> names;
    private final boolean colour;
    private final int width;

    public Prefixes(List<String> names, boolean colour) {
        this.names = List.copyOf(names);
        this.colour = colour;
        this.width = names.stream().map(Legible::of).mapToInt(String::length).max().orElse(0);
    }

    /** The prefix for the lines of a source. */
    public byte[] of(String name) {
        int index = names.indexOf(name);
        var shown = Legible.of(name);
        var text = shown + " ".repeat(width - shown.length()) + " | ";
        return (colour
                        ? "\u001b[%dm%s\u001b[0m"
                                .formatted(COLOURS.get(index % COLOURS.size()), text)
                        : text)
                .getBytes(UTF_8);
    }
}
