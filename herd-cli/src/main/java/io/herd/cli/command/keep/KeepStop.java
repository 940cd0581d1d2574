package io.herd.cli.command.keep;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.json.wire.AnswerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        description =
                "End the processes of yours that stay in a herd; each leaves within a second.")
public final class KeepStop implements HerdCommand.Callers {

    @Parameters(
            arity = "0..*",
            paramLabel = "HERD",
            description = "Names of herds, as 'herd keep ls' shows them. Default: all.")
    List<String> named = List.of();

    private final Globals globals;

    public KeepStop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        if (named.isEmpty()) {
            // First, because they listen before they have begun.
            stopBeginning();
        }
        var keepers = Keepers.of(globals.context());
        var stopped = new LinkedHashSet<String>();
        for (var keeper : keepers.answering()) {
            if (named.isEmpty() || named.contains(keeper.herd())) {
                Keepers.stop(keeper.socket());
                stopped.add(keeper.herd());
            }
        }
        for (var left : named.isEmpty() ? keepers.silent() : List.<Path>of()) {
            Keepers.stop(left);
        }
        var missing =
                named.stream().filter(it -> !stopped.contains(it)).map(KeepStop::missing).toList();
        return new Report(
                new View.Ids("stopped", stopped.stream().map(KeepStop::item).toList()),
                Coverage.none(),
                List.of(),
                missing,
                missing.isEmpty() ? Exit.OK : Exit.NO_SUCH);
    }

    private void stopBeginning() throws IOException {
        var sockets = globals.context().keepers();
        if (sockets.isPresent()) {
            sockets.get().stopBeginning();
        }
    }

    private static Item item(String herd) {
        return new Item(herd, AnswerJson.object(Map.of("Herd", herd)));
    }

    private static Complaint missing(String herd) {
        return new Complaint(
                        "",
                        "no process of yours stays in a herd '%s'".formatted(herd),
                        Optional.of("'herd keep ls' shows them"))
                .as(ErrorCode.NOT_FOUND);
    }
}
