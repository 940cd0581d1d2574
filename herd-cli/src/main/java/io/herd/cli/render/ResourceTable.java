package io.herd.cli.render;

import io.herd.model.NaturalOrder;
import io.herd.model.Resource;
import io.herd.model.ResourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The tables of {@code docker volume ls} and {@code docker network ls}, with the nodes. */
public final class ResourceTable {

    private static final int SHORT_ID = 12;

    private final ResourceKind kind;
    private final boolean whole;
    private final String format;

    /**
     * @param whole whether ids keep their full length
     * @param format the user's, empty for the usual table
     */
    public ResourceTable(ResourceKind kind, boolean whole, String format) {
        this.kind = kind;
        this.whole = whole;
        this.format = format;
    }

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(ResourceKind kind, String format) {
        if (!Format.isUsual(format)) {
            var _ = new Format<>(format, new ResourceTable(kind, false, format).fields());
        }
    }

    /** The view of what all nodes have, by name, as docker lists it. */
    public View of(List<Resource> resources) {
        var sorted =
                resources.stream()
                        .sorted(
                                Comparator.comparing(Resource::name, NaturalOrder.OF_NAMES)
                                        .thenComparing(Resource::node))
                        .toList();
        var key = kind.word() + "s";
        return Format.isUsual(format)
                ? new View.Table(key, columns(), sorted.stream().map(this::item).toList())
                : new Format<>(format, fields()).view(key, sorted, this::item);
    }

    private List<Column> columns() {
        return Stream.of(
                        switch (kind) {
                            case VOLUME -> List.of("DRIVER", "VOLUME NAME", "NODE");
                            case NETWORK ->
                                    List.of("NETWORK ID", "NAME", "DRIVER", "SCOPE", "NODE");
                        })
                .flatMap(List::stream)
                .map(Column::firm)
                .toList();
    }

    private Item item(Resource it) {
        var cells =
                switch (kind) {
                    case VOLUME -> Stream.of(it.driver(), it.name(), it.node().value());
                    case NETWORK ->
                            Stream.of(
                                    id(it), it.name(), it.driver(), it.scope(), it.node().value());
                };
        return new Item(id(it), cells.map(Cell::new).toList(), it.raw());
    }

    private List<Field<Resource>> fields() {
        var common =
                Stream.<Field<Resource>>of(
                        Field.of(
                                "Name",
                                kind == ResourceKind.VOLUME ? "VOLUME NAME" : "NAME",
                                Resource::name),
                        Field.of("Driver", "DRIVER", Resource::driver),
                        Field.of("Scope", "SCOPE", Resource::scope),
                        Field.labels(Resource::labels),
                        Field.label(Resource::labels),
                        Field.of("Node", "NODE", it -> it.node().value()));
        var own =
                switch (kind) {
                    case VOLUME ->
                            Stream.<Field<Resource>>of(
                                    Field.of("Mountpoint", "MOUNTPOINT", Resource::mountpoint));
                    case NETWORK ->
                            Stream.<Field<Resource>>of(
                                    Field.of("ID", "NETWORK ID", this::id),
                                    Field.of("CreatedAt", "CREATED AT", Resource::created),
                                    Field.of("Internal", "INTERNAL", it -> "" + it.internal()),
                                    Field.of("IPv6", "IPV6", it -> "" + it.ipv6()));
                };
        return Stream.concat(common, own).toList();
    }

    private String id(Resource it) {
        return kind == ResourceKind.VOLUME || whole || it.id().length() <= SHORT_ID
                ? it.id()
                : it.id().substring(0, SHORT_ID);
    }
}
