package io.herd.cli.command;

import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Account;
import io.herd.json.AnswerJson;
import io.herd.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "ls", aliases = "list", description = "List the templates of this host.")
final class TemplateLs implements Callable<Report> {

    private final Globals globals;

    TemplateLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var names = new Templates(globals.surroundings().templateDirectories(List.of())).names();
        var items =
                names.stream()
                        .map(name -> new Item(name, AnswerJson.object(Map.of("Name", name))))
                        .toList();
        return Report.of(new View.Ids("templates", items), Account.none());
    }
}
