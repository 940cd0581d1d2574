import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Makes a table and a plot of how agents were seen by bench/soak, round after round. */
final class Soak {

    /** One agent after one round; heap and resident memory in MB, the time in seconds. */
    private record Look(
            int round, int at, String agent, double heap, double resident, int threads, int sockets, int files) {

        static Look of(String line) {
            var fields = line.split(",");
            return new Look(
                    Integer.parseInt(fields[0]),
                    Integer.parseInt(fields[1]),
                    fields[2],
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]),
                    Integer.parseInt(fields[5]),
                    Integer.parseInt(fields[6]),
                    Integer.parseInt(fields[7]));
        }
    }

    private record Panel(String name, ToDoubleFunction<Look> value) {}

    private static final List<Panel> PANELS =
            List.of(
                    new Panel("heap after a collection, MB", Look::heap),
                    new Panel("resident, MB", Look::resident),
                    new Panel("threads", Look::threads),
                    new Panel("sockets", Look::sockets),
                    new Panel("descriptors", Look::files));
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c23b22", "#2e7d32");
    private static final int WIDTH = 300;
    private static final int HEIGHT = 130;

    private Soak() {}

    public static void main(String... arguments) throws IOException {
        var looks = Files.readAllLines(Path.of(arguments[0])).stream().map(Look::of).toList();
        var results = Path.of(arguments[1]);
        var table = table(looks, arguments[2], arguments[3], arguments[4]);
        Files.writeString(results.resolve("soak.md"), table);
        Files.writeString(results.resolve("soak.svg"), plot(looks));
        System.out.print(table);
    }

    private static String table(List<Look> looks, String what, String failed, String lost) {
        var text = new StringBuilder("# Agents after much work\n\n");
        text.append("%s, in %d s. Of all that, %s failed. Agents taken for lost: %s.\n\n".formatted(what, looks.getLast().at(), failed, lost));
        text.append("The three agents after each round, the least and the most:\n\n| round |");
        PANELS.forEach(panel -> text.append(" ").append(panel.name()).append(" |"));
        text.append("\n|").append(" --- |".repeat(PANELS.size() + 1)).append("\n");
        for (int round = 0; round <= looks.getLast().round(); round++) {
            text.append("| ").append(round).append(" |");
            for (var panel : PANELS) {
                text.append(" ").append(range(looks, round, panel)).append(" |");
            }
            text.append("\n");
        }
        return text.toString();
    }

    private static String range(List<Look> looks, int round, Panel panel) {
        var values = looks.stream().filter(look -> look.round() == round).mapToDouble(panel.value()).summaryStatistics();
        return values.getMin() == values.getMax()
                ? number(values.getMin())
                : number(values.getMin()) + " to " + number(values.getMax());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String plot(List<Look> looks) {
        var svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>\n".formatted(WIDTH * 2 + 140, 3 * (HEIGHT + 60)));
        svg.append("<rect width='100%' height='100%' fill='white'/>\n");
        for (int i = 0; i < PANELS.size(); i++) {
            panel(svg, looks, PANELS.get(i), 60 + i % 2 * (WIDTH + 60), 30 + i / 2 * (HEIGHT + 60));
        }
        return svg.append("</svg>\n").toString();
    }

    /** From zero on, so that what grows is seen as much as it does. */
    private static void panel(StringBuilder svg, List<Look> looks, Panel panel, int left, int top) {
        double most = looks.stream().mapToDouble(panel.value()).max().orElse(1) * 1.1;
        int rounds = Math.max(1, looks.getLast().round());
        svg.append("<text x='%d' y='%d'>%s</text>\n".formatted(left, top - 8, panel.name()));
        svg.append("<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#999'/>\n".formatted(left, top, WIDTH, HEIGHT));
        svg.append("<text x='%d' y='%d' text-anchor='end'>%s</text>\n".formatted(left - 6, top + 10, number(Math.rint(most))));
        svg.append("<text x='%d' y='%d' text-anchor='end'>0</text>\n".formatted(left - 6, top + HEIGHT));
        svg.append("<text x='%d' y='%d' text-anchor='end'>round %d</text>\n".formatted(left + WIDTH, top + HEIGHT + 16, rounds));
        var agents = looks.stream().map(Look::agent).distinct().sorted().toList();
        for (int i = 0; i < agents.size(); i++) {
            var points = new StringBuilder();
            for (var look : looks) {
                if (look.agent().equals(agents.get(i))) {
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ",
                            left + (double) WIDTH * look.round() / rounds,
                            top + HEIGHT - HEIGHT * panel.value().applyAsDouble(look) / most));
                }
            }
            svg.append("<polyline points='%s' fill='none' stroke='%s' stroke-width='1.5'/>\n".formatted(points.toString().strip(), COLOURS.get(i % COLOURS.size())));
        }
    }
}
