package io.herd.cli.render;

import io.herd.json.AnswerJson;
import io.herd.model.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Containers as {@code docker ps} shows them, with the node behind. */
public final class ContainerTable {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.firm("CONTAINER ID"),
                    Column.first("IMAGE"),
                    Column.first("COMMAND"),
                    Column.last("CREATED"),
                    Column.last("STATUS"),
                    Column.first("PORTS"),
                    Column.firm("NAMES"),
                    Column.firm("NODE"));
    private static final int SHORT_ID = 12;
    private static final int SHORT_COMMAND = 20;

    private final Instant now;
    private final boolean whole;

    /**
     * @param whole whether ids and commands keep their full length
     */
    public ContainerTable(Instant now, boolean whole) {
        this.now = now;
        this.whole = whole;
    }

    public View of(List<Container> containers) {
        return new View.Table("containers", COLUMNS, containers.stream().map(this::item).toList());
    }

    private Item item(Container container) {
        var cells =
                List.of(
                        new Cell(id(container.id())),
                        new Cell(container.image()),
                        new Cell(quoted(command(container.command()))),
                        new Cell(Human.duration(age(container)) + " ago"),
                        new Cell(container.status(), tone(container.state())),
                        new Cell(Ports.text(container.ports())),
                        new Cell(names(container)),
                        new Cell(container.node().value()));
        return new Item(
                id(container.id()), cells, AnswerJson.withNode(container.raw(), container.node()));
    }

    // Clocks differ: a container of a host ahead of ours is new, not from the future.
    private Duration age(Container container) {
        var age = Duration.between(container.created(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private String id(String id) {
        return whole || id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private String command(String command) {
        return whole || command.codePointCount(0, command.length()) <= SHORT_COMMAND
                ? command
                : command.substring(0, command.offsetByCodePoints(0, SHORT_COMMAND - 1)) + "…";
    }

    private static String quoted(String command) {
        return '"' + command.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    // A name with a slash inside is an alias that a link gave it.
    private static String names(Container container) {
        return String.join(
                ",", container.names().stream().filter(name -> name.indexOf('/') < 0).toList());
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
