package io.herd.cli.command.keep;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "ls",
        aliases = "list",
        description = "List the herds that a process of yours stays in.")
public final class KeepLs implements HerdCommand.Callers {

    private static final List<Column> COLUMNS =
            Stream.of("HERD", "NODES", "SOCKET").map(Column::of).toList();

    private final Globals globals;

    public KeepLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var items = Keepers.of(globals.context()).answering().stream().map(KeepLs::item).toList();
        return Report.of(new View.Table("keepers", COLUMNS, items), Coverage.none());
    }

    private static Item item(Keepers.Keeper keeper) {
        var socket = keeper.socket().toString();
        var json = new LinkedHashMap<String, Object>();
        json.put("Herd", keeper.herd());
        json.put("Nodes", keeper.nodes());
        json.put("Socket", socket);
        return new Item(
                keeper.herd(),
                List.of(
                        new Cell(keeper.herd()),
                        new Cell(String.join(", ", keeper.nodes())),
                        new Cell(socket)),
                AnswerJson.object(json));
    }
}
