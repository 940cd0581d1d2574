package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.json.wire.AnswerJson;
import io.herd.model.Image;
import io.herd.model.NaturalOrder;
import io.herd.model.NodeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of {@code docker images}; an image that several nodes have is one line. */
public final class ImageTable {

    private static final List<Column> NAME =
            List.of(Column.firm("REPOSITORY").cut(2), Column.firm("TAG"));
    private static final Column DIGEST = Column.firm("DIGEST");
    private static final List<Column> REST =
            List.of(
                    Column.firm("IMAGE ID"),
                    Column.firm("CREATED").abridged(1).leftOut(3),
                    Column.firm("SIZE"),
                    Column.firm("NODES").cut(4));
    private static final String NONE = "<none>";
    private static final String ALGORITHM = "sha256:";
    private static final int SHORT_ID = 12;

    private final Times times;
    private final boolean whole;
    private final boolean digests;
    private final String format;

    /** What makes a line of the table: the same name and id on several nodes are one. */
    private record Name(String repository, String tag, String id) {}

    private record Row(Name name, Image image, TreeSet<NodeName> nodes) {}

    /**
     * @param whole whether ids keep their full length
     * @param digests whether there is a column for digests
     * @param format the user's, empty for the usual table
     */
    public ImageTable(Instant now, boolean whole, boolean digests, String format) {
        this.times = new Times(now);
        this.whole = whole;
        this.digests = digests;
        this.format = format.equals("raw") ? raw(digests) : format;
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
                            format, new ImageTable(Instant.EPOCH, false, false, format).fields());
        }
    }

    /** The view of images, newest first. */
    public View of(List<Image> images) {
        var rows = rows(images);
        return Format.isUsual(format)
                ? new View.Table("images", columns(), rows.stream().map(this::item).toList())
                : new Format<>(format, fields()).view("images", rows, this::item);
    }

    private List<Column> columns() {
        return Stream.of(NAME, digests ? List.of(DIGEST) : List.<Column>of(), REST)
                .flatMap(List::stream)
                .toList();
    }

    /** The view of the daemons' own descriptions, one for each image and node. */
    public static View documents(List<Image> images) {
        return new View.Documents(
                "images", images.stream().map(i -> new Item(i.id(), i.raw())).toList());
    }

    private static List<Row> rows(List<Image> images) {
        var rows = new LinkedHashMap<Name, Row>();
        for (var image : images) {
            for (var name : names(image)) {
                rows.computeIfAbsent(name, n -> new Row(n, image, new TreeSet<>()))
                        .nodes()
                        .add(image.node());
            }
        }
        var sorted = new ArrayList<>(rows.values());
        sorted.sort(
                Comparator.comparing((Row row) -> row.image().created())
                        .reversed()
                        .thenComparing(row -> row.name().repository(), NaturalOrder.OF_NAMES)
                        .thenComparing(row -> row.name().tag(), NaturalOrder.OF_NAMES));
        return sorted;
    }

    private static List<Name> names(Image image) {
        if (!image.tags().isEmpty()) {
            return image.tags().stream().map(tag -> name(tag, image.id())).toList();
        }
        var repository = image.digests().stream().findFirst().map(d -> d.split("@", 2)[0]);
        return List.of(new Name(repository.orElse(NONE), NONE, image.id()));
    }

    private static Name name(String reference, String id) {
        int colon = reference.lastIndexOf(':');
        return colon < 0
                ? new Name(reference, NONE, id)
                : new Name(reference.substring(0, colon), reference.substring(colon + 1), id);
    }

    private Item item(Row row) {
        var name = Stream.of(row.name().repository(), row.name().tag());
        var digest = digests ? Stream.of(digest(row)) : Stream.<String>empty();
        var rest =
                Stream.of(
                        new Cell(id(row)),
                        times.cell(row.image().created()),
                        new Cell(Human.size(row.image().size())),
                        new Cell(nodes(row)));
        var named = Stream.concat(name, digest).map(Cell::new);
        var cells = Stream.concat(named, rest).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Id", row.name().id());
        json.put("Nodes", row.nodes());
        return new Item(id(row), cells, AnswerJson.object(json));
    }

    private List<Field<Row>> fields() {
        return List.of(
                Field.of("ID", "IMAGE ID", this::id),
                Field.of("Repository", "REPOSITORY", row -> row.name().repository()),
                Field.of("Tag", "TAG", row -> row.name().tag()),
                Field.of("Digest", "DIGEST", ImageTable::digest),
                Field.of("CreatedSince", "CREATED", row -> times.ago(row.image().created())),
                Field.of("CreatedAt", "CREATED AT", row -> times.at(row.image().created())),
                Field.of("Size", "SIZE", row -> Human.size(row.image().size())),
                Field.of("Nodes", "NODES", ImageTable::nodes));
    }

    // Docker's own, with the nodes at its end.
    private static String raw(boolean digests) {
        return """
        repository: {{.Repository}}
        tag: {{.Tag}}
        """
                + (digests ? "digest: {{.Digest}}\n" : "")
                + """
                image_id: {{.ID}}
                created_at: {{.CreatedAt}}
                virtual_size: {{.Size}}
                nodes: {{.Nodes}}
                """;
    }

    private String id(Row row) {
        var id = row.name().id();
        return whole || id.length() < ALGORITHM.length() + SHORT_ID
                ? id
                : id.substring(ALGORITHM.length(), ALGORITHM.length() + SHORT_ID);
    }

    private static String digest(Row row) {
        return row.image().digests().stream()
                .filter(digest -> digest.startsWith(row.name().repository() + "@"))
                .map(digest -> digest.substring(digest.indexOf('@') + 1))
                .findFirst()
                .orElse(NONE);
    }

    private static String nodes(Row row) {
        return row.nodes().stream().map(NodeName::value).collect(joining(","));
    }
}
