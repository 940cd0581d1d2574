package io.herd.cli.render;

import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Legible;
import io.herd.model.RawJson;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints a report: the result to stdout, everything else to stderr. */
public final class Printer {

    private final PrintStream out;
    private final PrintStream err;
    private final Style style;

    public Printer(PrintStream out, PrintStream err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    public void print(Report report) {
        switch (report.view()) {
            case View.Text(String text) -> out.print(text);
            case View.Nothing _ -> {
                if (style.json()) {
                    json(report, Optional.empty(), List.of());
                }
            }
            case View.Table(String key, var columns, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else if (style.quiet()) {
                    ids(items);
                } else {
                    new TableText(columns, items).lines(style).forEach(this::line);
                }
            }
            case View.Ids(String key, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else {
                    ids(items);
                }
            }
            case View.Lines(String key, var lines, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else {
                    lines.stream().map(Legible::of).forEach(this::line);
                }
            }
            case View.Formatted(String key, var lines, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else {
                    lines.forEach(this::line);
                }
            }
            case View.Sheet(String key, var tables, var lines, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else if (style.quiet()) {
                    ids(items);
                } else {
                    sheet(tables, lines);
                }
            }
            case View.Documents(String key, var items) -> {
                if (style.json()) {
                    json(report, Optional.of(key), items);
                } else {
                    line(AnswerJson.array(documents(items)));
                }
            }
        }
        out.flush();
        aside(report);
    }

    private void sheet(List<View.Table> tables, List<Cell> lines) {
        for (var table : tables) {
            new TableText(table.columns(), table.items()).lines(style).forEach(this::line);
            line("");
        }
        lines.forEach(
                cell -> line(style.colour() ? cell.tone().paint(cell.shown()) : cell.shown()));
    }

    private void aside(Report report) {
        if (!style.quiet()) {
            report.notes().forEach(note -> err.print(Notice.of(note) + "\n"));
        }
        for (var trouble : troubles(report.coverage())) {
            err.print(Notice.of(trouble) + "\n");
        }
        report.complaints()
                .forEach(complaint -> complaint.lines().forEach(line -> err.print(line + "\n")));
        err.flush();
    }

    /**
     * The nodes' failures; one that several nodes have in common is printed once. Versions of
     * Docker differ in how they begin a sentence.
     */
    private static List<String> troubles(Coverage coverage) {
        var messages = new LinkedHashMap<String, String>();
        var nodes = new LinkedHashMap<String, List<String>>();
        for (var failed : coverage.failed().entrySet()) {
            var message = failed.getValue().message();
            var same = message.toLowerCase(Locale.ROOT);
            messages.putIfAbsent(same, message);
            nodes.computeIfAbsent(same, _ -> new ArrayList<>()).add(failed.getKey().value());
        }
        var troubles = new ArrayList<String>();
        messages.forEach((same, message) -> {
            var who = nodes.getOrDefault(same, List.of());
            troubles.add(
                    who.size() == 1
                            ? "node " + who.getFirst() + ": " + message
                            : message + " (" + String.join(", ", who) + ")");
        });
        return troubles;
    }

    private void ids(List<Item> items) {
        items.forEach(item -> line(Legible.of(item.id())));
    }

    private void json(Report report, Optional<String> key, List<Item> items) {
        var coverage = report.coverage();
        line(
                AnswerJson.write(
                        coverage.asked(),
                        coverage.answered(),
                        failed(coverage),
                        key,
                        documents(items),
                        report.complaints().stream().map(Printer::error).toList()));
    }

    private static List<RawJson> failed(Coverage coverage) {
        return coverage.failed().entrySet().stream()
                .map(it -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("node", it.getKey());
                    fields.put("error", it.getValue().message());
                    fields.put("code", it.getValue().code().word());
                    return AnswerJson.object(fields);
                })
                .toList();
    }

    private static RawJson error(Complaint complaint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", complaint.subject());
        fields.put("error", complaint.message());
        fields.put("code", complaint.code().word());
        return AnswerJson.object(fields);
    }

    private static List<RawJson> documents(List<Item> items) {
        return items.stream().map(Item::json).toList();
    }

    private void line(String line) {
        out.print(line);
        out.print('\n');
    }
}
