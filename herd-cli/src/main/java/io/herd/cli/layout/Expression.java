package io.herd.cli.layout;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What has a value in an action. A pipe is a call whose last argument stands before it. */
sealed interface Expression {

    /** What the template is filled for at this place: {@code .}. */
    record Dot() implements Expression {}

    /** {@code $name}; the empty name is what the whole template is filled for. */
    record Variable(String name) implements Expression {}

    record Literal(Datum value, String source) implements Expression {}

    /** A field of a field …: {@code .State.Status} has two names. */
    record Field(Expression of, List<String> names) implements Expression {}

    /** {@code .Label "name"}: a field with arguments. */
    record Method(Field field, List<Expression> arguments) implements Expression {}

    record Call(BuiltIn function, List<Expression> arguments) implements Expression {}

    /** The expression as it is typed, or nearly so. */
    default String source() {
        return switch (this) {
            case Dot _ -> ".";
            case Variable(var name) -> "$" + name;
            case Literal(_, var source) -> source;
            case Field(Dot _, var names) -> "." + String.join(".", names);
            case Field(Variable of, var names) -> of.source() + "." + String.join(".", names);
            case Field(var of, var names) -> "(" + of.source() + ")." + String.join(".", names);
            case Method(var field, var arguments) -> field.source() + sources(arguments);
            case Call(var function, var arguments) -> function.word() + sources(arguments);
        };
    }

    private static String sources(List<Expression> arguments) {
        return arguments.stream()
                .map(it ->
                        it instanceof Call || it instanceof Method
                                ? "(" + it.source() + ")"
                                : it.source())
                .map(it -> " " + it)
                .collect(joining());
    }
}
