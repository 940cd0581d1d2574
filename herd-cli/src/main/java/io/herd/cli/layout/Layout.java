package io.herd.cli.layout;

import io.herd.model.RawJson;
import java.util.Optional;
import java.util.function.Consumer;

/** A template in Go's language with docker's functions, parsed. */
public final class Layout {

    /**
     * A field of the thing that a template is filled for.
     *
     * @param argument what stands behind its name
     */
    public record Use(String name, Optional<String> argument) {}

    private final TemplateParser.Parsed template;

    private Layout(TemplateParser.Parsed template) {
        this.template = template;
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException naming the piece that cannot be understood, and why
     */
    public static Layout parse(String template) {
        return new Layout(TemplateParser.parse(template));
    }

    /**
     * Tells all fields of the thing that the template names, also those that it may never come to.
     *
     * @throws IllegalArgumentException if the template takes the thing for something else
     */
    public void uses(Consumer<Use> uses) {
        new RootUses(uses).in(template.parts(), true);
    }

    /**
     * Fills the template for a document.
     *
     * @throws LayoutException saying why it cannot be filled
     */
    public String fill(RawJson document) {
        return Filler.fill(template, Documents.read(document), false);
    }

    /**
     * Fills the template for a thing.
     *
     * @throws LayoutException saying why it cannot be filled
     */
    public String fill(Datum.Named thing) {
        return Filler.fill(template, new Datum.Thing(thing), false);
    }

    /**
     * Fills the template with the headings of its fields.
     *
     * @throws LayoutException saying why it cannot be filled
     */
    public String headings(Datum.Named headings) {
        return Filler.fill(template, new Datum.Thing(headings), true);
    }
}
