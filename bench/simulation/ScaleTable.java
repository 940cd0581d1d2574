import java.util.List;
import java.util.Locale;

/** The table of the results. */
final class ScaleTable {

    private static final String HEAD =
            """
            # Herds of many agents on one machine

            All agents of a row share the %d processors of one machine, at most 50 of them a process, and their daemons are in memory,
            with %d containers each. Lists and resolutions are 200 each, after 50 that do not count; at rest is 30 s.

            | agents | formed | list p50 | p99 | resolve p50 | p99 | join | kill | sent by each | processor of each | memory of each | of it live heap |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private ScaleTable() {}

    static String of(List<Measured> all) {
        var table =
                new StringBuilder(
                        HEAD.formatted(Runtime.getRuntime().availableProcessors(), SimulatedAgent.CONTAINERS));
        all.forEach(it -> table.append(row(it)));
        int incomplete = all.stream().mapToInt(it -> it.list().incomplete() + it.resolve().incomplete()).sum();
        return table.append("\nOf all requests %d had not the answers of all nodes.\n".formatted(incomplete)).toString();
    }

    private static String row(Measured it) {
        return String.format(
                Locale.ROOT,
                "| %d | %.1f s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f s | %.2f s | %.1f kB/s | %.2f %% of a core | %.1f MB | %.1f MB |%n",
                it.agents(),
                it.formed(),
                it.list().p50(),
                it.list().p99(),
                it.resolve().p50(),
                it.resolve().p99(),
                it.join(),
                it.kill(),
                it.sent() / 1e3,
                it.processor() * 100,
                it.resident() / 1e6,
                it.heap() / 1e6);
    }
}
