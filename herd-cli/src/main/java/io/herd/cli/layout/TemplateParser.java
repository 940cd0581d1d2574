package io.herd.cli.layout;

import io.herd.cli.layout.Expression.Literal;
import io.herd.cli.layout.Part.Clause;
import io.herd.cli.layout.Pieces.Piece;
import io.herd.cli.layout.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a template: its texts, actions and blocks. */
final class TemplateParser {

    private static final String END = "end";
    private static final String ELSE = "else";
    private static final Set<String> ENDS = Set.of(END, ELSE);

    private final Deque<Piece> pieces;
    private final Map<String, List<Part>> named = new HashMap<>();
    private final List<String> variables = new ArrayList<>();
    private int depth;
    private int loops;
    // The action that ended the last list of parts: {{end}} or an {{else}}.
    private List<Token> ending = List.of();

    private TemplateParser(List<Piece> pieces) {
        this.pieces = new ArrayDeque<>(pieces);
    }

    /** A parsed template, and those that it defines. */
    record Parsed(List<Part> parts, Map<String, List<Part>> named) {}

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException naming the action that cannot be understood, and why
     */
    static Parsed parse(String template) {
        var parser = new TemplateParser(Pieces.of(template));
        var parts = parser.parts(null);
        return new Parsed(parts, parser.named);
    }

    /** The parts up to the action that ends them. */
    private List<Part> parts(@Nullable String block) {
        Extent.deep(block == null ? depth : ++depth);
        int known = variables.size();
        var parts = new ArrayList<Part>();
        for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            if (!piece.action()) {
                parts.add(new Part.Text(piece.text()));
                continue;
            }
            var tokens = tokens(piece.text());
            if (tokens.getFirst().is(Kind.WORD) && ENDS.contains(tokens.getFirst().text())) {
                if (block == null) {
                    throw new IllegalArgumentException(
                            "'{{%s}}' ends nothing: leave it out".formatted(piece.text()));
                }
                return ended(known, tokens, parts);
            }
            action(piece.text(), tokens, parts);
        }
        if (block != null) {
            throw new IllegalArgumentException(
                    "'{{%s …}}' is not ended: write {{end}} behind it".formatted(block));
        }
        return parts;
    }

    private List<Part> ended(int known, List<Token> by, List<Part> parts) {
        ending = by;
        depth--;
        variables.subList(known, variables.size()).clear();
        return parts;
    }

    private static List<Token> tokens(String action) {
        try {
            var tokens = ActionLexer.tokens(action);
            if (tokens.isEmpty()) {
                throw new IllegalArgumentException("there is nothing in it");
            }
            return tokens;
        } catch (IllegalArgumentException e) {
            throw unclear(action, e);
        }
    }

    private void action(String action, List<Token> tokens, List<Part> parts) {
        var word = tokens.getFirst().is(Kind.WORD) ? tokens.getFirst().text() : "";
        var rest = tokens.subList(1, tokens.size());
        int known = variables.size();
        switch (word) {
            case "if", "with" -> {
                var clause = clause(action, rest, 1);
                parts.add(branch(action, word, clause));
            }
            case "range" -> parts.add(range(clause(action, rest, 2)));
            case "break" -> parts.add(inLoop(action, new Part.Break()));
            case "continue" -> parts.add(inLoop(action, new Part.Continue()));
            case "define" -> define(action, rest);
            case "template", "block" -> parts.add(include(action, word, rest));
            default -> {
                parts.add(new Part.Print(clause(action, tokens, 1)));
                return;
            }
        }
        // What a block declares is known in it only.
        variables.subList(known, variables.size()).clear();
    }

    private Part branch(String action, String word, Clause clause) {
        var then = parts(word);
        var otherwise = otherwise(action, word);
        return word.equals("if")
                ? new Part.If(clause, then, otherwise)
                : new Part.With(clause, then, otherwise);
    }

    /** What stands behind {{else}}, or the block that {{else if …}} begins. */
    private List<Part> otherwise(String action, String word) {
        if (ending.getFirst().is(END)) {
            return List.of();
        }
        if (ending.size() == 1) {
            var parts = parts(word);
            if (!ending.getFirst().is(END)) {
                throw unclear(action, new IllegalArgumentException("it has a second {{else}}"));
            }
            return parts;
        }
        if (!ending.get(1).is(word)) {
            throw unclear(
                    action,
                    new IllegalArgumentException(
                            "'%s' means nothing behind else".formatted(ending.get(1).text())));
        }
        Extent.deep(++depth);
        var clause = clause(action, ending.subList(2, ending.size()), 1);
        var parts = List.of(branch(action, word, clause));
        depth--;
        return parts;
    }

    private Part range(Clause clause) {
        loops++;
        var each = parts("range");
        loops--;
        return new Part.Range(clause, each, otherwise("range", "range"));
    }

    private Part inLoop(String action, Part part) {
        if (loops == 0) {
            throw unclear(action, new IllegalArgumentException("it is in no {{range}}"));
        }
        return part;
    }

    private void define(String action, List<Token> tokens) {
        var name = name(action, tokens);
        var outer = List.copyOf(variables);
        int around = loops;
        variables.clear();
        loops = 0;
        named.put(name, parts("define"));
        variables.addAll(outer);
        loops = around;
    }

    private Part include(String action, String word, List<Token> tokens) {
        var name = name(action, tokens);
        var rest = tokens.subList(1, tokens.size());
        var with =
                rest.isEmpty()
                        ? new Literal(Datum.Nothing.NO_VALUE, "nil")
                        : clause(action, rest, 0).value();
        if (word.equals("block")) {
            define(action, tokens);
        }
        return new Part.Include(name, with);
    }

    private static String name(String action, List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.getFirst().is(Kind.STRING)) {
            throw unclear(action, new IllegalArgumentException("its name in quotes is missing"));
        }
        return tokens.getFirst().text();
    }

    private Clause clause(String action, List<Token> tokens, int most) {
        try {
            return new ActionParser(tokens, variables).clause(most);
        } catch (IllegalArgumentException e) {
            throw unclear(action, e);
        }
    }

    private static IllegalArgumentException unclear(String action, IllegalArgumentException why) {
        return new IllegalArgumentException(
                "'{{%s}}' cannot be understood: %s"
                        .formatted(Pieces.shortened(action), why.getMessage()));
    }
}
