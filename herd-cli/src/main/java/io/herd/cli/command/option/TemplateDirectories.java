package io.herd.cli.command.option;

import io.herd.cli.context.Place;
import io.herd.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Picocli mixin {@code --templates}: where templates are searched. */
public final class TemplateDirectories {

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            split = ":",
            description = "Directories to search for templates first, separated by colons.")
    List<Path> first = new ArrayList<>();

    public List<Path> of(Globals globals) {
        return globals.context().templateDirectories(first);
    }

    /** Where a command can run that uses all templates. */
    public Place place() {
        return first.isEmpty() ? Place.WITHOUT_TEMPLATES : Place.CALLERS;
    }

    /**
     * The same for a command that uses one. If the system has none of that name, the user is told
     * by his own process where it was looked for. Directories that he names are not looked at.
     */
    public Place placeOf(String name, Globals globals) {
        return first.isEmpty() && templates(globals).has(name)
                ? Place.WITHOUT_TEMPLATES
                : Place.CALLERS;
    }

    public Templates templates(Globals globals) {
        return new Templates(of(globals));
    }
}
