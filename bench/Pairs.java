import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times whole commands beside a peer, one after the other in turn, so that whatever else the
 * machine does meets both. Writes a table and a plot of the ratios.
 *
 * <p>java Pairs.java ROUNDS DIRECTORY NAME TITLE, with lines of NAME|GOAL|COMMAND|PEER on stdin; goal
 * is a ratio of medians, commands are a shell's.
 */
final class Pairs {

    private static final int WARM_UP = 5;
    private static final int ROW = 26;
    private static final int LEFT = 250;
    private static final int WIDTH = 420;

    /** Times in milliseconds. */
    record Measured(String name, double goal, double command, double peer, double low, double high) {

        double ratio() {
            return command / peer;
        }

        /** What paired runs came to: the medians, and the middle half of the ratios. */
        static Measured of(String name, double goal, double[] ours, double[] theirs) {
            var ratios = new double[ours.length];
            Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
            Arrays.sort(ratios);
            return new Measured(
                    name,
                    goal,
                    median(ours),
                    median(theirs),
                    ratios[ratios.length / 4],
                    ratios[ratios.length * 3 / 4]);
        }
    }

    private Pairs() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        var directory = Files.createDirectories(Path.of(arguments[1]));
        var all = new ArrayList<Measured>();
        for (var line : new String(System.in.readAllBytes()).lines().toList()) {
            var fields = line.split("\\|");
            all.add(measure(fields[0], Double.parseDouble(fields[1]), fields[2], fields[3], rounds));
            System.out.println(row(all.getLast()));
        }
        var table = new StringBuilder("# " + arguments[3] + "\n\n");
        table.append("Medians of %d paired runs, whole processes; the range is that of the middle half of the ratios.\n\n".formatted(rounds));
        table.append("| work | herd | docker | ratio | range | goal |\n| --- | --- | --- | --- | --- | --- |\n");
        all.forEach(it -> table.append(row(it)).append('\n'));
        Files.writeString(directory.resolve(arguments[2] + ".md"), table);
        Files.writeString(directory.resolve(arguments[2] + ".svg"), plot(arguments[3], all));
    }

    private static Measured measure(
            String name, double goal, String command, String peer, int rounds)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            time(command);
            time(peer);
        }
        var ours = new double[rounds];
        var theirs = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = time(command);
            theirs[i] = time(peer);
        }
        return Measured.of(name, goal, ours, theirs);
    }

    static double time(String command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(List.of("sh", "-c", "exec " + command + " >/dev/null 2>&1 </dev/null"));
        long started = System.nanoTime();
        int _ = builder.start().waitFor();
        return (System.nanoTime() - started) / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static String row(Measured it) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.2f | %.2f–%.2f | %s |",
                it.name(),
                it.command(),
                it.peer(),
                it.ratio(),
                it.low(),
                it.high(),
                it.goal() == 0 ? "" : (it.ratio() <= it.goal() ? "≤ " : "**missed** ≤ ") + it.goal());
    }

    static String plot(String title, List<Measured> all) {
        double most = all.stream().mapToDouble(it -> Math.max(it.ratio(), it.goal())).max().orElse(1) * 1.1;
        var svg = new StringBuilder();
        int height = 50 + ROW * all.size();
        svg.append("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>\n".formatted(LEFT + WIDTH + 60, height));
        svg.append("<rect width='100%' height='100%' fill='white'/>\n");
        svg.append("<text x='10' y='20' font-size='14'>").append(title).append(" (ratio; the line is the goal)</text>\n");
        for (int i = 0; i < all.size(); i++) {
            var it = all.get(i);
            int y = 36 + i * ROW;
            boolean met = it.goal() == 0 || it.ratio() <= it.goal();
            svg.append("<text x='%d' y='%d' text-anchor='end'>%s</text>\n".formatted(LEFT - 8, y + 14, it.name().replace("&", "&amp;").replace("<", "&lt;")));
            svg.append(String.format(Locale.ROOT, "<rect x='%d' y='%d' width='%.1f' height='18' fill='%s'/>\n", LEFT, y, it.ratio() / most * WIDTH, met ? "#4a90d9" : "#d9534a"));
            svg.append(String.format(Locale.ROOT, "<text x='%.1f' y='%d'>%.2f</text>\n", LEFT + it.ratio() / most * WIDTH + 4, y + 14, it.ratio()));
            if (it.goal() > 0) {
                double x = LEFT + it.goal() / most * WIDTH;
                svg.append(String.format(Locale.ROOT, "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='black'/>\n", x, x, y - 3, y + 21));
            }
        }
        return svg.append("</svg>\n").toString();
    }
}
