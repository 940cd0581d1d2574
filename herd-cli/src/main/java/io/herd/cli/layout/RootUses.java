package io.herd.cli.layout;

import io.herd.cli.layout.Expression.Call;
import io.herd.cli.layout.Expression.Dot;
import io.herd.cli.layout.Expression.Field;
import io.herd.cli.layout.Expression.Literal;
import io.herd.cli.layout.Expression.Method;
import io.herd.cli.layout.Expression.Variable;
import io.herd.cli.layout.Part.Clause;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what a template uses of the thing that it is filled for, in all of its branches. */
final class RootUses {

    private final Consumer<Layout.Use> uses;

    RootUses(Consumer<Layout.Use> uses) {
        this.uses = uses;
    }

    /**
     * Finds the uses in some parts.
     *
     * @param here whether {@code .} is the thing there
     */
    void in(List<Part> parts, boolean here) {
        parts.forEach(part -> in(part, here));
    }

    private void in(Part part, boolean here) {
        switch (part) {
            case Part.Text _, Part.Break _, Part.Continue _ -> {}
            case Part.Print(var clause) -> {
                if (clause.variables().isEmpty() && isThing(clause.value(), here)) {
                    throw new IllegalArgumentException(
                            "'{{%s}}' cannot be understood: use {{.Field}} or {{json .}}"
                                    .formatted(clause.value().source()));
                }
                in(clause, here);
            }
            case Part.If(var clause, var then, var otherwise) -> {
                in(clause, here);
                in(then, here);
                in(otherwise, here);
            }
            case Part.With(var clause, var then, var otherwise) -> {
                in(clause, here);
                in(then, here && isThing(clause.value(), here));
                in(otherwise, here);
            }
            case Part.Range(var clause, var each, var otherwise) -> {
                if (isThing(clause.value(), here)) {
                    throw new IllegalArgumentException(
                            "'{{range %s}}' cannot be understood: an entry of the list is no list"
                                    .formatted(clause.value().source()));
                }
                in(clause, here);
                in(each, false);
                in(otherwise, here);
            }
            case Part.Include(_, var with) -> in(with, here);
        }
    }

    private void in(Clause clause, boolean here) {
        in(clause.value(), here);
    }

    private void in(Expression expression, boolean here) {
        switch (expression) {
            case Dot _, Variable _, Literal _ -> {}
            case Field field -> field(field, Optional.empty(), here);
            case Method(var field, var arguments) -> {
                field(field, Optional.of(typed(arguments.getFirst())), here);
                arguments.forEach(it -> in(it, here));
            }
            case Call(_, var arguments) -> arguments.forEach(it -> in(it, here));
        }
    }

    private void field(Field field, Optional<String> argument, boolean here) {
        if (!isThing(field.of(), here)) {
            in(field.of(), here);
            return;
        }
        uses.accept(new Layout.Use(field.names().getFirst(), argument));
        if (field.names().size() > 1) {
            throw new IllegalArgumentException(
                    "'%s' cannot be understood: '.%s' is a text, and has no fields"
                            .formatted(field.source(), field.names().getFirst()));
        }
    }

    private static String typed(Expression argument) {
        return argument instanceof Literal(Datum.Text(var text, _), _) ? text : argument.source();
    }

    private static boolean isThing(Expression expression, boolean here) {
        return (expression instanceof Dot && here)
                || (expression instanceof Variable(var name) && name.isEmpty());
    }
}
