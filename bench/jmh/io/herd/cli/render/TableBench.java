package io.herd.cli.render;

import io.herd.herd.answer.Coverage;
import io.herd.json.docker.ContainerJson;
import io.herd.json.wire.DaemonsList;
import io.herd.model.Container;
import io.herd.model.NodeName;
import java.io.PrintStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The table of {@code ps -a}, with 900 containers. */
@State(Scope.Benchmark)
public class TableBench {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final Printer printer = new Printer(NOWHERE, NOWHERE, new Style(false, false, false, 0));
    private final Printer terminal = new Printer(NOWHERE, NOWHERE, new Style(false, false, true, 120));
    private final List<Container> containers = new ArrayList<>();

    @Setup
    public void list() throws Exception {
        for (var node : List.of("a", "b", "c")) {
            containers.addAll(ContainerJson.list(new NodeName(node), DaemonsList.of(300)));
        }
    }

    @Benchmark
    public void tableOf900() {
        printer.print(report());
    }

    @Benchmark
    public void tableOf900ForATerminal() {
        terminal.print(report());
    }

    private Report report() {
        var view = new ContainerTable(Instant.now(), false).of(containers);
        return new Report(view, Coverage.none(), List.of(), List.of(), Exit.OK);
    }
}
