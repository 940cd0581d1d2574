package io.herd.cli.render;

import static java.util.stream.Collectors.toMap;

import io.herd.doctor.Diagnosis;
import io.herd.doctor.ExaminedNode;
import io.herd.doctor.Finding;
import io.herd.herd.Skew;
import io.herd.json.wire.AnswerJson;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.Reachability;
import io.herd.model.Reachability.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The view of {@code herd doctor}: the nodes, whether they reach each other, and what is wrong. */
public final class DiagnosisView {

    private static final List<Column> NODES =
            Stream.of("NODE", "HERD", "DOCKER", "API", "CLOCK", "ADDRESS")
                    .map(Column::firm)
                    .toList();
    private static final Cell UNKNOWN = new Cell("-", Tone.FAINT);
    // A larger matrix would not fit a terminal; the findings name each connection that is shut.
    private static final int MOST_IN_MATRIX = 12;

    private DiagnosisView() {}

    public static View of(Diagnosis diagnosis, List<Finding> findings) {
        var tables = new ArrayList<View.Table>();
        tables.add(
                new View.Table(
                        "nodeList",
                        NODES,
                        Stream.concat(
                                        diagnosis.patients().stream().map(DiagnosisView::row),
                                        diagnosis.gone().stream().map(DiagnosisView::row))
                                .toList()));
        var between = diagnosis.herd().size();
        if (between > 1 && between <= MOST_IN_MATRIX) {
            tables.add(ways(diagnosis));
        }
        return new View.Sheet(
                "nodeList",
                tables,
                lines(findings),
                Stream.concat(
                                diagnosis.patients().stream()
                                        .map(patient -> item(patient, findings)),
                                diagnosis.gone().stream().map(node -> item(node, findings)))
                        .toList());
    }

    private static Item row(GoneNode node) {
        return item(
                node.name().value(),
                new Cell(node.name().value()),
                new Cell("gone", Tone.BAD),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                new Cell(node.address()));
    }

    private static Item item(GoneNode node, List<Finding> findings) {
        return new Item(
                node.name().value(),
                AnswerJson.checkup(
                        node.name(),
                        node.address(),
                        Optional.empty(),
                        Map.of(),
                        of(node.name(), findings)));
    }

    private static List<RawJson> of(NodeName node, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.node().equals(node))
                .map(DiagnosisView::json)
                .toList();
    }

    private static Item row(ExaminedNode patient) {
        var name = patient.name().value();
        var clock = new Cell(patient.skew().map(DiagnosisView::clock).orElse("-"));
        var address = new Cell(patient.member().address());
        return patient.seen()
                .map(seen ->
                        item(
                                name,
                                new Cell(name),
                                new Cell(seen.node().herdVersion()),
                                switch (seen.node().daemon()) {
                                    case Up up -> new Cell(up.version());
                                    case Down _ -> new Cell("down", Tone.BAD);
                                },
                                new Cell(api(seen.profile())),
                                clock,
                                address))
                .orElseGet(() ->
                        item(
                                name,
                                new Cell(name),
                                new Cell("no answer", Tone.BAD),
                                UNKNOWN,
                                UNKNOWN,
                                clock,
                                address));
    }

    private static Item item(String id, Cell... cells) {
        return new Item(id, List.of(cells), new RawJson("{}"));
    }

    private static String api(DaemonProfile profile) {
        return profile.newestApi().isEmpty()
                ? "-"
                : profile.oldestApi() + "-" + profile.newestApi();
    }

    private static String clock(Skew skew) {
        var ahead = skew.ahead();
        // A difference within the margin of error counts as none.
        return ahead.abs().compareTo(skew.margin()) <= 0
                ? "same"
                : (ahead.isNegative() ? "-" : "+") + time(ahead.abs());
    }

    private static String time(Duration time) {
        double millis = time.toSeconds() * 1e3 + time.toNanosPart() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    private static View.Table ways(Diagnosis diagnosis) {
        var columns =
                Stream.concat(
                                Stream.of("FROM"),
                                diagnosis.herd().stream().map(node -> "TO " + node.value()))
                        .map(Column::firm)
                        .toList();
        return new View.Table(
                "ways",
                columns,
                diagnosis.patients().stream().map(patient -> ways(patient, diagnosis)).toList());
    }

    private static Item ways(ExaminedNode from, Diagnosis diagnosis) {
        var reaches =
                from.seen().stream()
                        .flatMap(seen -> seen.reaches().stream())
                        .collect(toMap(Reachability::to, Reachability::way));
        return item(
                from.name().value(),
                Stream.concat(
                                Stream.of(new Cell(from.name().value())),
                                diagnosis.herd().stream().map(to -> way(reaches, to)))
                        .toArray(Cell[]::new));
    }

    private static Cell way(Map<NodeName, Way> reaches, NodeName to) {
        return switch (reaches.get(to)) {
            case null -> UNKNOWN;
            case Way.Open(var roundTrip) -> new Cell(time(roundTrip));
            case Way.Shut _ -> new Cell("shut", Tone.BAD);
        };
    }

    private static List<Cell> lines(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of(new Cell("Nothing is wrong.", Tone.GOOD));
        }
        return findings.stream()
                .flatMap(finding ->
                        Stream.of(
                                new Cell(word(finding) + ": " + finding.problem(), tone(finding)),
                                new Cell("  mend: " + finding.mend())))
                .toList();
    }

    private static String word(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    private static Tone tone(Finding finding) {
        return switch (finding.level()) {
            case PROBLEM -> Tone.BAD;
            case REMARK -> Tone.PLAIN;
        };
    }

    private static Item item(ExaminedNode patient, List<Finding> findings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        patient.skew()
                .ifPresent(skew -> {
                    fields.put("ClockAheadMicros", TimeUnit.MICROSECONDS.convert(skew.ahead()));
                    fields.put("ClockMarginMicros", TimeUnit.MICROSECONDS.convert(skew.margin()));
                });
        return new Item(
                patient.name().value(),
                AnswerJson.checkup(
                        patient.name(),
                        patient.member().address(),
                        patient.seen(),
                        fields,
                        of(patient.name(), findings)));
    }

    private static RawJson json(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Level", word(finding));
        fields.put("Problem", finding.problem());
        fields.put("Mend", finding.mend());
        return AnswerJson.object(fields);
    }
}
