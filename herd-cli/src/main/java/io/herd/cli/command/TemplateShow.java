package io.herd.cli.command;

import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.TemplateDirectories;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Legible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Print a template as it is.")
final class TemplateShow implements HerdCommand {

    @Parameters(paramLabel = "TEMPLATE")
    String name = "";

    @Mixin TemplateDirectories directories = new TemplateDirectories();

    private final Globals globals;

    TemplateShow(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return directories.placeOf(name, globals);
    }

    @Override
    public Report call() throws Exception {
        var template = directories.templates(globals).find(name);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Name", template.name());
        json.put("File", template.file());
        json.put("Form", template.form());
        return Report.of(
                new View.Formatted(
                        "templates",
                        List.of(Legible.json(template.form().text().stripTrailing())),
                        List.of(new Item(name, AnswerJson.object(json)))),
                Coverage.none());
    }
}
