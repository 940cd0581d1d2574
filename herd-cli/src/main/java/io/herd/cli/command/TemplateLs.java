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
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ls", aliases = "list", description = "List the templates of this host.")
final class TemplateLs implements HerdCommand {

    @Mixin TemplateDirectories directories = new TemplateDirectories();

    private final Globals globals;

    TemplateLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return directories.place();
    }

    @Override
    public Report call() throws Exception {
        var names = directories.templates(globals).names();
        var items =
                names.stream()
                        .map(name -> new Item(name, AnswerJson.object(Map.of("Name", name))))
                        .toList();
        return Report.of(new View.Ids("templates", items), Coverage.none());
    }
}
