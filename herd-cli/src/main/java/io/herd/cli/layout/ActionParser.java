package io.herd.cli.layout;

import io.herd.cli.layout.Expression.Call;
import io.herd.cli.layout.Expression.Dot;
import io.herd.cli.layout.Expression.Field;
import io.herd.cli.layout.Expression.Literal;
import io.herd.cli.layout.Expression.Method;
import io.herd.cli.layout.Expression.Variable;
import io.herd.cli.layout.Part.Clause;
import io.herd.cli.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the value in an action. */
final class ActionParser {

    private static final Token END = new Token(Kind.WORD, "", true);

    private final List<Token> tokens;
    private final List<String> variables;
    private int next;
    private int depth;

    /**
     * @param tokens of the action, without the keyword that it begins with
     * @param variables that are known there; those that the action declares are added
     */
    ActionParser(List<Token> tokens, List<String> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /**
     * The value and its variables, {@code $k, $v := .Labels}.
     *
     * @param most how many variables there may be
     * @throws IllegalArgumentException saying what cannot be understood
     */
    Clause clause(int most) {
        var names = new ArrayList<String>();
        boolean assigns = tokens.stream().limit(2L * most).anyMatch(ActionParser::assigns);
        boolean declares = false;
        while (assigns) {
            var name = take(Kind.VARIABLE, "a variable such as $x");
            names.add(name.text());
            var mark = next();
            next++;
            assigns = mark.is(Kind.COMMA) && names.size() < most;
            if (!assigns && !assigns(mark)) {
                throw new IllegalArgumentException("':=' is missing behind $" + name.text());
            }
            declares = mark.is(Kind.DECLARE);
        }
        if (!declares) {
            names.forEach(this::known);
        }
        var value = whole();
        if (declares) {
            variables.addAll(names);
        }
        return new Clause(names, declares, value);
    }

    private static boolean assigns(Token token) {
        return token.is(Kind.DECLARE) || token.is(Kind.ASSIGN);
    }

    /** The value of all that is left. */
    Expression whole() {
        var value = pipe();
        if (next < tokens.size()) {
            throw new IllegalArgumentException("'%s' is too much".formatted(next().text()));
        }
        return value;
    }

    private Expression pipe() {
        var value = command(Optional.empty());
        int pipes = 0;
        while (next().is(Kind.PIPE)) {
            next++;
            Extent.deep(depth + ++pipes);
            value = command(Optional.of(value));
        }
        return value;
    }

    private Expression command(Optional<Expression> piped) {
        boolean function = next().is(Kind.WORD);
        var first = operand();
        var arguments = new ArrayList<Expression>();
        while (next != tokens.size() && !next().is(Kind.PIPE) && !next().is(Kind.RIGHT)) {
            if (!next().spaced()) {
                throw new IllegalArgumentException(
                        "there is no blank before '%s'".formatted(next().text()));
            }
            arguments.add(counted(operand()));
        }
        piped.ifPresent(arguments::add);
        if (function && first instanceof Call(var called, _)) {
            called.check(arguments.size());
            return new Call(called, arguments);
        }
        if (arguments.isEmpty()) {
            return first;
        }
        if (first instanceof Field field) {
            return new Method(field, arguments);
        }
        throw new IllegalArgumentException(
                "'%s' is no function: use one of %s".formatted(first.source(), BuiltIn.words()));
    }

    private Expression operand() {
        var term = term();
        var names = new ArrayList<String>();
        while (next().is(Kind.FIELD) && !next().spaced()) {
            names.add(next().text());
            next++;
        }
        if (next().is(Kind.DOT) && !next().spaced()) {
            throw new IllegalArgumentException("the name of a field is missing behind '.'");
        }
        if (names.isEmpty()) {
            return term;
        }
        return switch (term) {
            case Field(var of, var before) when of instanceof Dot -> {
                names.addAll(0, before);
                yield new Field(of, names);
            }
            case Literal it -> throw new IllegalArgumentException(it.source() + " has no fields");
            default -> new Field(counted(term), names);
        };
    }

    /** Refuses a function that stands there without the arguments it needs. */
    private static Expression counted(Expression expression) {
        if (expression instanceof Call(var function, var arguments)) {
            function.check(arguments.size());
        }
        return expression;
    }

    private Expression term() {
        var token = next();
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("something is missing at its end");
        }
        next++;
        return switch (token.kind()) {
            case DOT -> new Dot();
            case FIELD -> new Field(new Dot(), List.of(token.text()));
            case VARIABLE -> known(token.text());
            case WORD -> word(token.text());
            case STRING ->
                    new Literal(new Datum.Text(token.text(), true), Quoting.quoted(token.text()));
            case NUMBER -> new Literal(Numerals.of(token.text()), token.text());
            case LEFT -> parenthesis();
            case RIGHT, PIPE, COMMA, ASSIGN, DECLARE ->
                    throw new IllegalArgumentException(
                            "'%s' means nothing there".formatted(token.text()));
        };
    }

    private Variable known(String name) {
        if (!name.isEmpty() && !variables.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no variable $%s: declare it with {{$%1$s := .Field}}"
                            .formatted(name));
        }
        return new Variable(name);
    }

    private static Expression word(String word) {
        if (Set.of("true", "false").contains(word)) {
            return new Literal(Datum.of(word.equals("true")), word);
        }
        if (word.equals("nil")) {
            return new Literal(Datum.Nothing.NIL, word);
        }
        return BuiltIn.named(word)
                .map(it -> new Call(it, List.of()))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no function '%s': use .%1$s for a field, or one of %s"
                                        .formatted(word, BuiltIn.words())));
    }

    private Expression parenthesis() {
        Extent.deep(++depth);
        var inside = pipe();
        take(Kind.RIGHT, "')'");
        depth--;
        return inside;
    }

    private Token next() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private Token take(Kind kind, String what) {
        var token = next();
        if (!token.is(kind)) {
            throw new IllegalArgumentException(what + " is missing");
        }
        next++;
        return token;
    }
}
