package io.herd.cli.render;

import io.herd.json.DocumentValue;
import io.herd.model.Legible;
import java.util.List;
import java.util.Optional;

/** What stands between {@code {{} and {@code }}} in a {@link DocumentTemplate}. */
sealed interface Expression {

    /** What the template is filled for: {@code .}. */
    record Here() implements Expression {}

    /** A field of a value: {@code .State.Status} is a field of a field. */
    record Named(Expression of, String name) implements Expression {}

    /** {@code index .Config.Labels "key"}. */
    record Index(Expression of, List<String> keys) implements Expression {}

    /** {@code json .Config}. */
    record Json(Expression of) implements Expression {}

    /** {@code len .Mounts}. */
    record Length(Expression of) implements Expression {}

    /** Thrown if a document does not have what an expression names. */
    final class AbsentException extends Exception {

        private static final long serialVersionUID = 1L;

        AbsentException(Expression expression) {
            super("there is no '%s' in it".formatted(expression.source()));
        }
    }

    /** The text that is printed for a thing, legible. */
    default String text(DocumentValue here) throws AbsentException {
        return switch (this) {
            case Json(var of) -> Legible.json(of.value(here).json());
            case Length(var of) -> Integer.toString(of.value(here).elements().size());
            case Here _, Named _, Index _ -> Legible.of(value(here).text());
        };
    }

    /** The value of the expression for a thing. */
    default DocumentValue value(DocumentValue here) throws AbsentException {
        return switch (this) {
            case Here _ -> here;
            case Named(var of, String name) -> found(of.value(here).field(name), this);
            case Index(var of, var keys) -> {
                var value = of.value(here);
                for (var key : keys) {
                    value = found(value.at(key), this);
                }
                yield value;
            }
            case Json _, Length _ -> DocumentValue.of(text(here));
        };
    }

    private static DocumentValue found(Optional<DocumentValue> value, Expression by)
            throws AbsentException {
        return value.orElseThrow(() -> new AbsentException(by));
    }

    /** The expression as it is typed. */
    default String source() {
        return switch (this) {
            case Here _ -> ".";
            case Named(Here _, String name) -> "." + name;
            case Named(Named of, String name) -> of.source() + "." + name;
            case Named(var of, String name) -> "(" + of.source() + ")." + name;
            case Index(var of, var keys) ->
                    "index " + of.source() + " \"" + String.join("\" \"", keys) + "\"";
            case Json(var of) -> "json " + of.source();
            case Length(var of) -> "len " + of.source();
        };
    }
}
