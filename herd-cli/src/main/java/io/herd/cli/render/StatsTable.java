package io.herd.cli.render;

import io.herd.json.docker.StatsJson.Traffic;
import io.herd.json.docker.StatsJson.Usage;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The table of {@code docker stats}, with the node as another column. */
public final class StatsTable {

    /**
     * A container's resource usage at one moment.
     *
     * @param raw as the daemon sent it
     */
    public record Sample(NodeName node, RawJson raw, Usage usage) {}

    private static final List<Column> COLUMNS =
            List.of(
                    Column.firm("CONTAINER ID").leftOut(4),
                    Column.firm("NAME"),
                    Column.firm("CPU %"),
                    Column.firm("MEM USAGE / LIMIT").leftOut(5),
                    Column.firm("MEM %"),
                    Column.firm("NET I/O").leftOut(2),
                    Column.firm("BLOCK I/O").leftOut(1),
                    Column.firm("PIDS").leftOut(3),
                    Column.firm("NODE"));
    private static final int SHORT_ID = 12;
    private static final String UNKNOWN = "--";

    private final boolean whole;
    private final String format;

    /**
     * @param whole whether ids keep their full length
     * @param format the user's, empty for the usual table
     */
    public StatsTable(boolean whole, String format) {
        this.whole = whole;
        this.format = format;
    }

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!Format.isUsual(format)) {
            var _ = new Format<>(format, new StatsTable(false, format).fields());
        }
    }

    public View of(List<Sample> samples) {
        return Format.isUsual(format)
                ? new View.Table("stats", COLUMNS, samples.stream().map(this::item).toList())
                : new Format<>(format, fields()).view("stats", samples, this::item);
    }

    private Item item(Sample sample) {
        return new Item(
                id(sample),
                List.of(
                        new Cell(id(sample)),
                        new Cell(sample.usage().name()),
                        new Cell(cpu(sample)),
                        new Cell(memory(sample)),
                        new Cell(memoryShare(sample)),
                        new Cell(network(sample)),
                        new Cell(disks(sample)),
                        new Cell(processes(sample)),
                        new Cell(sample.node().value())),
                AnswerJson.withNode(sample.raw(), sample.node()));
    }

    private List<Field<Sample>> fields() {
        return List.of(
                Field.of("Container", "CONTAINER", this::id),
                Field.of("ID", "CONTAINER ID", this::id),
                Field.of("Name", "NAME", it -> it.usage().name()),
                Field.of("CPUPerc", "CPU %", StatsTable::cpu),
                Field.of("MemUsage", "MEM USAGE / LIMIT", StatsTable::memory),
                Field.of("MemPerc", "MEM %", StatsTable::memoryShare),
                Field.of("NetIO", "NET I/O", StatsTable::network),
                Field.of("BlockIO", "BLOCK I/O", StatsTable::disks),
                Field.of("PIDs", "PIDS", StatsTable::processes),
                Field.of("Node", "NODE", it -> it.node().value()));
    }

    private String id(Sample sample) {
        var id = sample.usage().id();
        return whole || id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private static String cpu(Sample sample) {
        return known(sample, usage -> perCent(usage.cpu()));
    }

    private static String memory(Sample sample) {
        return known(
                sample, usage -> Human.bytes(usage.memory()) + " / " + Human.bytes(usage.limit()));
    }

    private static String memoryShare(Sample sample) {
        return known(sample, usage -> perCent(usage.memoryShare()));
    }

    private static String network(Sample sample) {
        return known(sample, usage -> both(usage.network()));
    }

    private static String disks(Sample sample) {
        return known(sample, usage -> both(usage.disks()));
    }

    private static String processes(Sample sample) {
        return known(sample, usage -> Long.toString(usage.processes()));
    }

    private static String known(Sample sample, Function<Usage, String> text) {
        return sample.usage().running() ? text.apply(sample.usage()) : UNKNOWN;
    }

    private static String perCent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String both(Traffic traffic) {
        return Human.size(traffic.in()) + " / " + Human.size(traffic.out());
    }
}
