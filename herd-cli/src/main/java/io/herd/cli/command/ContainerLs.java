package io.herd.cli.command;

import io.herd.action.Action.ListContainers;
import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.cli.render.ContainerTable;
import io.herd.cli.render.Report;
import io.herd.herd.Account;
import io.herd.json.ContainerJson;
import io.herd.model.Container;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ls",
        aliases = {"ps", "list"},
        description = "List the containers of all nodes.")
final class ContainerLs implements Callable<Report> {

    @Option(
            names = {"-a", "--all"},
            description = "Show all containers, not only those that run.")
    boolean all;

    private final Globals globals;

    ContainerLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.connect()) {
            var answers = herd.ask(globals.who(), new ListContainers(all));
            var table = new ContainerTable(Instant.now(), globals.noTrunc);
            return Report.of(table.of(containers(answers)), Account.of(answers));
        }
    }

    /** Newest first, as docker's. */
    private static List<Container> containers(Answers answers) {
        var containers = new ArrayList<Container>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Document(var body))) {
                        containers.addAll(ContainerJson.list(node, body));
                    }
                });
        containers.sort(Comparator.comparing(Container::created).reversed());
        return containers;
    }
}
