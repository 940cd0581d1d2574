package io.herd.cli.layout;

import io.herd.cli.layout.Datum.Thing;
import io.herd.cli.layout.Expression.Call;
import io.herd.cli.layout.Expression.Dot;
import io.herd.cli.layout.Expression.Field;
import io.herd.cli.layout.Expression.Literal;
import io.herd.cli.layout.Expression.Method;
import io.herd.cli.layout.Expression.Variable;
import java.util.List;

/** Finds the values of expressions, while a template is filled for one thing. */
final class Filling {

    private final Datum root;
    private final Scope variables;
    private final boolean heading;

    /**
     * @param root what the template is filled for
     * @param heading whether what is filled is a table's heading, which functions leave as it is
     */
    Filling(Datum root, Scope variables, boolean heading) {
        this.root = root;
        this.variables = variables;
        this.heading = heading;
    }

    /**
     * The value of an expression.
     *
     * @param dot what {@code .} is there
     * @throws LayoutException if it has none
     */
    Datum value(Expression expression, Datum dot) {
        return switch (expression) {
            case Dot _ -> dot;
            case Variable(var name) -> name.isEmpty() ? root : variables.value(name);
            case Literal(var value, _) -> value;
            case Field field -> field(field, value(field.of(), dot));
            case Method method -> method(method, dot);
            case Call call -> call(call, dot);
        };
    }

    private static Datum field(Field field, Datum of) {
        var value = of;
        for (var name : field.names()) {
            value =
                    value instanceof Thing(var named)
                            ? Datum.of(named.field(name, ""))
                            : Contents.field(value, name)
                                    .orElseThrow(() -> LayoutException.absent(field));
        }
        return value;
    }

    private Datum method(Method method, Datum dot) {
        var names = method.field().names();
        var of = value(method.field().of(), dot);
        var argument = value(method.arguments().getFirst(), dot);
        if (!(of instanceof Thing(var named))
                || names.size() > 1
                || method.arguments().size() > 1) {
            throw new LayoutException("'%s' takes no arguments".formatted(method.field().source()));
        }
        return Datum.of(named.field(names.getFirst(), GoText.of(argument)));
    }

    private Datum call(Call call, Datum dot) {
        var arguments = call.arguments();
        return switch (call.function()) {
            case AND -> firstThatIs(false, arguments, dot);
            case OR -> firstThatIs(true, arguments, dot);
            case INDEX -> index(call, dot);
            case JSON, TITLE, LOWER, UPPER, TRUNCATE ->
                    heading ? headed(value(arguments.getFirst(), dot)) : called(call, dot);
            default -> called(call, dot);
        };
    }

    private Datum called(Call call, Datum dot) {
        return Calls.call(
                call.function(), call.arguments().stream().map(it -> value(it, dot)).toList());
    }

    /**
     * The first argument that is true, or false; the last if none is. Those behind do not count.
     */
    private Datum firstThatIs(boolean wanted, List<Expression> arguments, Datum dot) {
        var value = value(arguments.getFirst(), dot);
        for (int i = 1; i < arguments.size() && value.isTrue() != wanted; i++) {
            value = value(arguments.get(i), dot);
        }
        return value;
    }

    private Datum index(Call call, Datum dot) {
        var value = value(call.arguments().getFirst(), dot);
        for (var key : call.arguments().subList(1, call.arguments().size())) {
            var at = value(key, dot);
            value = Contents.at(value, at).orElseThrow(() -> LayoutException.absent(call));
        }
        return value;
    }

    private static Datum headed(Datum value) {
        return value instanceof Thing ? Datum.of("JSON") : value;
    }
}
