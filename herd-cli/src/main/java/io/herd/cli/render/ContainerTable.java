package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.json.docker.ContainerUse;
import io.herd.json.docker.OwnerLabel;
import io.herd.model.Container;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of {@code docker ps}, with the node as another column. */
public final class ContainerTable {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.firm("CONTAINER ID").leftOut(7),
                    Column.firm("IMAGE").cut(5).leftOut(8),
                    Column.firm("COMMAND").cut(1).leftOut(2),
                    Column.firm("CREATED").abridged(3).leftOut(4),
                    Column.firm("STATUS"),
                    Column.firm("PORTS").abridged(1).cut(5).leftOut(6),
                    Column.firm("NAMES"),
                    Column.firm("NODE"));
    private static final int SHORT_ID = 12;
    private static final int SHORT_COMMAND = 20;
    private static final int SHORT_MOUNT = 15;

    private final Times times;
    private final boolean whole;
    private final Set<More> more;
    private final String format;

    /** What the table may show besides. */
    public enum More {
        SIZE,
        OWNER
    }

    public ContainerTable(Instant now, boolean whole) {
        this(now, whole, Set.of(), "");
    }

    /**
     * @param whole whether ids and commands keep their full length
     * @param format the user's, empty for the usual table
     */
    public ContainerTable(Instant now, boolean whole, Set<More> more, String format) {
        this.times = new Times(now);
        this.whole = whole;
        this.more = Set.copyOf(more);
        this.format = format.equals("raw") ? raw(more) : format;
    }

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!Format.isUsual(format)) {
            var _ =
                    new Format<>(
                            format,
                            new ContainerTable(Instant.EPOCH, false, Set.of(), format).fields());
        }
    }

    public View of(List<Container> containers) {
        return Format.isUsual(format)
                ? new View.Table(
                        "containers", columns(), containers.stream().map(this::item).toList())
                : new Format<>(format, fields()).view("containers", containers, this::item);
    }

    private List<Column> columns() {
        var columns = new ArrayList<>(COLUMNS);
        if (more.contains(More.OWNER)) {
            columns.add(Column.firm("OWNER"));
        }
        if (more.contains(More.SIZE)) {
            columns.add(Column.firm("SIZE"));
        }
        return columns;
    }

    private Item item(Container container) {
        var cells =
                Stream.of(
                        new Cell(id(container.id())),
                        new Cell(container.image()),
                        new Cell(quoted(command(container.command()))),
                        times.cell(container.created()),
                        new Cell(container.status(), tone(container.state())),
                        Ports.cell(container.ports()),
                        new Cell(names(container)),
                        new Cell(container.node().value()));
        var all = new ArrayList<>(cells.toList());
        if (more.contains(More.OWNER)) {
            all.add(new Cell(owner(container)));
        }
        if (more.contains(More.SIZE)) {
            all.add(new Cell(size(container)));
        }
        return new Item(id(container.id()), all, container.raw());
    }

    private List<Field<Container>> fields() {
        return List.of(
                Field.of("ID", "CONTAINER ID", c -> id(c.id())),
                Field.of("Names", "NAMES", ContainerTable::names),
                Field.of("Image", "IMAGE", Container::image),
                Field.of("Command", "COMMAND", c -> quoted(command(c.command()))),
                Field.of("CreatedAt", "CREATED AT", c -> times.at(c.created())),
                Field.of("RunningFor", "CREATED", c -> times.ago(c.created())),
                Field.of("Status", "STATUS", Container::status),
                Field.of("State", "STATE", Container::state),
                Field.of("Ports", "PORTS", c -> Ports.text(c.ports())),
                Field.labels(Container::labels),
                Field.label(Container::labels),
                Field.of("Size", "SIZE", ContainerTable::size),
                Field.of("Mounts", "MOUNTS", this::mounts),
                Field.of("LocalVolumes", "LOCAL VOLUMES", c -> volumes(c.raw())),
                Field.of("Networks", "NETWORKS", c -> networks(c.raw())),
                Field.of("Platform", "PLATFORM", c -> ContainerUse.of(c.raw()).platform()),
                Field.of("Owner", "OWNER", ContainerTable::owner),
                Field.of("Node", "NODE", c -> c.node().value()));
    }

    // Docker's own, with the node at its end.
    private static String raw(Set<More> more) {
        return """
        container_id: {{.ID}}
        image: {{.Image}}
        command: {{.Command}}
        created_at: {{.CreatedAt}}
        state: {{- pad .State 1 0}}
        status: {{- pad .Status 1 0}}
        names: {{.Names}}
        labels: {{- pad .Labels 1 0}}
        ports: {{- pad .Ports 1 0}}
        """
                + (more.contains(More.OWNER) ? "owner: {{- pad .Owner 1 0}}\n" : "")
                + (more.contains(More.SIZE) ? "size: {{.Size}}\n" : "")
                + "node: {{.Node}}\n";
    }

    private static String owner(Container container) {
        return container.labels().getOrDefault(OwnerLabel.NAME, "");
    }

    private static String size(Container container) {
        return container
                .size()
                .map(size ->
                        "%s (virtual %s)"
                                .formatted(Human.size(size.written()), Human.size(size.whole())))
                .orElse("");
    }

    private String mounts(Container container) {
        return ContainerUse.of(container.raw()).mounts().stream()
                .map(mount -> whole ? mount : Human.cut(mount, SHORT_MOUNT))
                .collect(joining(","));
    }

    private static String volumes(RawJson container) {
        return Integer.toString(ContainerUse.of(container).localVolumes());
    }

    private static String networks(RawJson container) {
        return String.join(",", ContainerUse.of(container).networks());
    }

    private String id(String id) {
        return whole || id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private String command(String command) {
        return whole ? command : Human.cut(command, SHORT_COMMAND);
    }

    private static String quoted(String command) {
        return '"' + command.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    // A name with a slash inside is an alias given by a link.
    private static String names(Container container) {
        return String.join(",", container.ownNames());
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "running" -> Tone.GOOD;
            case "dead", "restarting" -> Tone.BAD;
            case "exited", "created", "paused" -> Tone.FAINT;
            default -> Tone.PLAIN;
        };
    }
}
