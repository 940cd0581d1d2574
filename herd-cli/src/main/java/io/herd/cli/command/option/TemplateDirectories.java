package io.herd.cli.command.option;

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

    public Templates templates(Globals globals) {
        return new Templates(of(globals));
    }
}
