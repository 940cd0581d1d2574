package io.herd.cli.render;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A field that a {@code --format} template can name.
 *
 * @param heading its heading in a {@code table} format
 * @param text makes its text of the thing and the argument behind the field's name
 * @param argument whether the field's name needs an argument
 */
record Field<T>(String name, String heading, BiFunction<T, String, String> text, boolean argument) {

    static <T> Field<T> of(String name, String heading, Function<T, String> text) {
        return new Field<>(name, heading, (thing, _) -> text.apply(thing), false);
    }
}
