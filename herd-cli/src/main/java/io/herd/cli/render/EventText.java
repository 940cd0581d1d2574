package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.json.wire.AnswerJson;
import io.herd.model.DaemonEvent;
import io.herd.model.Legible;
import io.herd.model.NodeName;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Prints events as lines, as docker does, with the node among the attributes. */
public final class EventText {

    /** An event, and the node whose daemon reported it. */
    public record NodeEvent(NodeName node, DaemonEvent event) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnnXXX", Locale.ROOT);

    private static final List<Field<NodeEvent>> FIELDS =
            List.of(
                    Field.of("Node", "NODE", it -> it.node().value()),
                    Field.of("Type", "TYPE", it -> it.event().type()),
                    Field.of("Action", "ACTION", it -> it.event().action()),
                    Field.of("Status", "STATUS", it -> it.event().action()),
                    Field.of("ID", "ID", it -> it.event().actor()),
                    Field.of("Time", "TIME", it -> time(it.event())),
                    new Field<>("Attribute", "ATTRIBUTE", EventText::attribute, true));

    private final String format;

    /**
     * @param format the user's, empty for docker's usual line, json for one object a line
     * @throws IllegalArgumentException if it cannot be understood
     */
    public EventText(String format) {
        check(format);
        this.format = format;
    }

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!format.isEmpty() && !format.equals("json")) {
            var _ = new Format<>(format, FIELDS);
        }
    }

    public String line(NodeEvent it) {
        if (format.isEmpty()) {
            return usual(it);
        }
        if (format.equals("json")) {
            return Legible.json(AnswerJson.withNode(it.event().raw(), it.node()).text());
        }
        var view = new Format<>(format, FIELDS).view("events", List.of(it), EventText::item);
        return view instanceof View.Formatted(_, var lines, _) ? lines.getFirst() : usual(it);
    }

    private static String usual(NodeEvent it) {
        var attributes = new TreeMap<>(it.event().attributes());
        attributes.put("node", it.node().value());
        var text =
                "%s %s %s %s (%s)"
                        .formatted(
                                time(it.event()),
                                it.event().type(),
                                it.event().action(),
                                it.event().actor(),
                                attributes.entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue())
                                        .collect(joining(", ")));
        return Legible.of(text);
    }

    private static String time(DaemonEvent event) {
        return TIME.format(event.time().atZone(ZoneId.systemDefault()));
    }

    private static String attribute(NodeEvent it, String name) {
        return it.event().attributes().getOrDefault(name, "");
    }

    private static Item item(NodeEvent it) {
        return new Item(it.event().actor(), it.event().raw());
    }
}
