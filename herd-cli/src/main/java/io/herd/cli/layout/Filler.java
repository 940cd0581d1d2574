package io.herd.cli.layout;

import io.herd.cli.layout.Part.Clause;
import java.util.List;
import java.util.Map;

/** Fills the parts of a template for one thing. */
final class Filler {

    /** How it goes on behind a part. */
    private enum Then {
        ON,
        BREAK,
        CONTINUE
    }

    private final Map<String, List<Part>> named;
    private final boolean heading;
    private final Extent extent;
    private final StringBuilder filled;
    private final int depth;
    private final Scope variables = new Scope();
    private final Filling filling;

    private Filler(
            Map<String, List<Part>> named,
            Datum root,
            boolean heading,
            Extent extent,
            StringBuilder filled,
            int depth) {
        this.named = named;
        this.heading = heading;
        this.extent = extent;
        this.filled = filled;
        this.depth = depth;
        this.filling = new Filling(root, variables, heading);
    }

    /**
     * The text of a template.
     *
     * @throws LayoutException if it cannot be filled for this thing
     */
    static String fill(TemplateParser.Parsed template, Datum thing, boolean heading) {
        var filled = new StringBuilder();
        new Filler(template.named(), thing, heading, new Extent(), filled, 0)
                .all(template.parts(), thing);
        return filled.toString();
    }

    private Then all(List<Part> parts, Datum dot) {
        int known = variables.count();
        var then = Then.ON;
        for (int i = 0; i < parts.size() && then == Then.ON; i++) {
            extent.step();
            then = one(parts.get(i), dot);
            Extent.length(filled.length());
        }
        variables.forget(known);
        return then;
    }

    private Then one(Part part, Datum dot) {
        return switch (part) {
            case Part.Text(var text) -> print(text);
            case Part.Print(var clause) -> print(clause, dot);
            case Part.If(var clause, var then, var otherwise) -> {
                int known = variables.count();
                boolean holds = given(clause, dot).isTrue();
                yield forgetting(known, all(holds ? then : otherwise, dot));
            }
            case Part.With(var clause, var then, var otherwise) -> {
                int known = variables.count();
                var value = given(clause, dot);
                yield forgetting(known, value.isTrue() ? all(then, value) : all(otherwise, dot));
            }
            case Part.Range range -> range(range, dot);
            case Part.Break _ -> Then.BREAK;
            case Part.Continue _ -> Then.CONTINUE;
            case Part.Include(var name, var with) -> include(name, filling.value(with, dot));
        };
    }

    private Then print(String text) {
        filled.append(text);
        return Then.ON;
    }

    private Then print(Clause clause, Datum dot) {
        var value = given(clause, dot);
        return clause.variables().isEmpty() ? print(GoText.shown(value)) : Then.ON;
    }

    private Datum given(Clause clause, Datum dot) {
        var value = filling.value(clause.value(), dot);
        variables.give(clause, value);
        return value;
    }

    private Then forgetting(int known, Then then) {
        variables.forget(known);
        return then;
    }

    private Then range(Part.Range range, Datum dot) {
        var entries = Contents.entries(filling.value(range.clause().value(), dot));
        int known = variables.count();
        boolean any = false;
        for (var entry : entries) {
            any = true;
            extent.step();
            give(range.clause(), entry);
            var then = all(range.each(), entry.value());
            variables.forget(known);
            if (then == Then.BREAK) {
                break;
            }
        }
        return any ? Then.ON : all(range.otherwise(), dot);
    }

    /** One variable is the element; of two, the first is its index or key. */
    private void give(Clause clause, Contents.Entry entry) {
        var names = clause.variables();
        if (names.size() == 2) {
            variables.give(names.getFirst(), entry.key(), clause.declares());
        }
        if (!names.isEmpty()) {
            variables.give(names.getLast(), entry.value(), clause.declares());
        }
    }

    private Then include(String name, Datum thing) {
        var parts = named.get(name);
        if (parts == null) {
            throw new LayoutException(
                    "there is no template '%s': write {{define \"%1$s\"}}…{{end}}".formatted(name));
        }
        Extent.deep(depth + 1);
        new Filler(named, thing, heading, extent, filled, depth + 1).all(parts, thing);
        return Then.ON;
    }
}
