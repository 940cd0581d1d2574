package io.herd.cli.command.container;

import io.herd.action.Action.ListContainers;
import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.ContainerTable;
import io.herd.cli.render.ContainerTable.More;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ContainerJson;
import io.herd.json.docker.OwnerLabel;
import io.herd.model.Container;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ls",
        aliases = {"ps", "list"},
        description = "List the containers of all nodes.")
public final class ContainerLs implements HerdCommand.Anywhere {

    @Option(
            names = {"-a", "--all"},
            description = "Show all containers (default shows just running).")
    boolean all;

    @Mixin Filters filters = new Filters(Filterable.CONTAINERS);

    @Mixin ListFormat format = new ListFormat();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Show N last created containers (includes all states).")
    int last;

    @Option(
            names = {"-l", "--latest"},
            description = "Show the latest created container (includes all states).")
    boolean latest;

    @Option(
            names = {"-s", "--size"},
            description = "Display total file sizes.")
    boolean size;

    @Option(names = "--owner", description = "Show whose they are.")
    boolean owner;

    @Option(names = "--mine", description = "Show only your own.")
    boolean mine;

    private final Globals globals;

    public ContainerLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, ContainerTable::check);
        var table = new ContainerTable(Instant.now(), globals.output().noTrunc(), more(), shape);
        boolean sizes = size || shape.contains(".Size");
        int most = last == 0 && latest ? 1 : last;
        var list = new ListContainers(all || most > 0, sizes, wanted());
        try (var herd = globals.herd().connect()) {
            var range = new ContainerRange(herd, filters.bounds());
            if (range.missing().isPresent()) {
                return range.missing().get();
            }
            var lists =
                    ReadAnswers.of(herd.ask(globals.options().who(), list), ContainerJson::list);
            var containers = range.of(newestFirst(lists.all()));
            var shown = most == 0 ? containers : range.newest(most, containers);
            return NodeReport.listed("containers", table.of(shown), lists.answers());
        }
    }

    private Set<More> more() {
        var more = EnumSet.noneOf(More.class);
        if (owner) {
            more.add(More.OWNER);
        }
        if (size) {
            more.add(More.SIZE);
        }
        return more;
    }

    // Each node knows who asks; a node that has no users yet says that it has no such filter.
    private Map<String, List<String>> wanted() {
        var wanted = new LinkedHashMap<>(filters.ofDaemons());
        if (mine) {
            wanted.put(OwnerLabel.MINE, List.of("true"));
        }
        return wanted;
    }

    /**
     * Newest first, as docker lists them. Of those of the same second only their daemon knows the
     * order, which stays, node by node.
     */
    private static List<Container> newestFirst(List<List<Container>> lists) {
        return lists.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Container::created).reversed())
                .toList();
    }
}
