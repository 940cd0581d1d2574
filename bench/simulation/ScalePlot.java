import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The curves of the results, each over the number of agents, both axes logarithmic. */
final class ScalePlot {

    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    // Decades.
    private static final int ACROSS = 2;
    private static final int UP = 5;
    private static final double LEAST = 0.1;
    private static final int FEWEST = 10;

    private record Curve(String name, String colour, ToDoubleFunction<Measured> value) {}

    private static final List<Curve> CURVES =
            List.of(
                    new Curve("list p50, ms", "#4a90d9", it -> it.list().p50()),
                    new Curve("list p99, ms", "#1b4f8a", it -> it.list().p99()),
                    new Curve("resolve p99, ms", "#7b4ad9", it -> it.resolve().p99()),
                    new Curve("formed, s", "#d9534a", Measured::formed),
                    new Curve("join, s", "#e69f00", Measured::join),
                    new Curve("kill, s", "#8a6d1b", Measured::kill),
                    new Curve("sent by each, kB/s", "#2a9d5c", it -> it.sent() / 1e3),
                    new Curve("live heap of each, MB", "#777777", it -> it.heap() / 1e6));

    private ScalePlot() {}

    static String of(List<Measured> all) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>%n"
                        .formatted(LEFT + WIDTH + 180, TOP + HEIGHT + 40));
        svg.append("<rect width='100%' height='100%' fill='white'/>\n");
        svg.append("<text x='10' y='20' font-size='14'>Herds of many agents on one machine (both axes logarithmic)</text>\n");
        grid(svg);
        for (int i = 0; i < CURVES.size(); i++) {
            curve(svg, CURVES.get(i), i, all);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void grid(StringBuilder svg) {
        for (int i = 0; i <= UP; i++) {
            double value = LEAST * Math.pow(10, i);
            line(svg, LEFT, y(value), LEFT + WIDTH, y(value));
            text(svg, LEFT - 8, y(value) + 4, "end", "black", value < 1 ? "0.1" : "%.0f".formatted(value));
        }
        for (int agents : List.of(10, 30, 100, 300, 1_000)) {
            line(svg, x(agents), TOP, x(agents), TOP + HEIGHT);
            text(svg, x(agents), TOP + HEIGHT + 18, "middle", "black", Integer.toString(agents));
        }
    }

    private static void curve(StringBuilder svg, Curve curve, int index, List<Measured> all) {
        var points = new ArrayList<String>();
        for (var it : all) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(it.agents()), y(curve.value().applyAsDouble(it))));
        }
        svg.append(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>%n"
                        .formatted(String.join(" ", points), curve.colour()));
        text(svg, LEFT + WIDTH + 20, TOP + 14 + 20 * index, "start", curve.colour(), curve.name());
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#dddddd'/>%n",
                        x1,
                        y1,
                        x2,
                        y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>%n",
                        x,
                        y,
                        anchor,
                        colour,
                        text));
    }

    private static double x(double agents) {
        return LEFT + Math.log10(agents / FEWEST) / ACROSS * WIDTH;
    }

    private static double y(double value) {
        return TOP + HEIGHT - Math.log10(Math.max(value, LEAST) / LEAST) / UP * HEIGHT;
    }
}
