package io.herd.cli.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many histories for the reader, in Markdown. */
public final class Table {

    private Table() {}

    public static String of(Collection<History> histories) {
        var healing = histories.stream().map(it -> it.healing().took()).sorted().toList();
        var counts =
                """
                %d runs of %d s, %d calls, %d creations repeated after the end. Until all agents saw all again: %.1f s in the \
                middle, %.1f s at most.

                """
                        .formatted(
                                histories.size(),
                                Schedule.LENGTH / 1000,
                                histories.stream().mapToInt(it -> it.calls().size()).sum(),
                                histories.stream().mapToInt(it -> it.repeated().size()).sum(),
                                healing.get(healing.size() / 2) / 1000.0,
                                healing.getLast() / 1000.0);
        return counts
                + counted(
                        "fault",
                        histories.stream().flatMap(it -> it.faults().stream()),
                        Fault::kind)
                + counted(
                        "where the client was, and the exit code",
                        histories.stream().flatMap(it -> it.calls().stream()),
                        call -> "%s, %d".formatted(call.way(), call.answer().exit()))
                + violations(histories);
    }

    private static <T> String counted(String title, Stream<T> all, Function<T, Object> key) {
        var counts =
                all.collect(groupingBy(it -> key.apply(it).toString(), TreeMap::new, counting()));
        return "| %s | times |\n| --- | --- |\n".formatted(title)
                + counts.entrySet().stream().map(Table::row).collect(joining())
                + "\n";
    }

    private static String row(Map.Entry<String, Long> count) {
        var what = count.getKey().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "| %s | %d |\n".formatted(what, count.getValue());
    }

    private static String violations(Collection<History> histories) {
        var found =
                histories.stream()
                        .collect(
                                Collectors.toMap(
                                        History::seed,
                                        Checker::violations,
                                        (one, _) -> one,
                                        TreeMap::new));
        found.values().removeIf(List::isEmpty);
        if (found.isEmpty()) {
            return "No rule was broken.\n";
        }
        return found.entrySet().stream()
                .map(it ->
                        "- seed %d, %d times, first: %s\n"
                                .formatted(
                                        it.getKey(),
                                        it.getValue().size(),
                                        it.getValue().getFirst()))
                .collect(joining("", "Rules were broken in %d:\n\n".formatted(found.size()), ""));
    }
}
