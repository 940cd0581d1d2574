package io.herd.cli.render;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that {@code --format} can name.
 *
 * @param heading what {@code table} puts above it
 * @param text out of the thing and what follows the name
 * @param argument whether something must follow the name
 */
record Field<T>(String name, String heading, BiFunction<T, String, String> text, boolean argument) {

    static <T> Field<T> of(String name, String heading, Function<T, String> text) {
        return new Field<>(name, heading, (thing, _) -> text.apply(thing), false);
    }
}
