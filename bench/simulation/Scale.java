import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Measures herds of several sizes, one after the other.
 *
 * <p>java Scale RESULTS DIRECTORY SIZES…
 */
final class Scale {

    private Scale() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var results = Files.createDirectories(Path.of(arguments[0]));
        var all = new ArrayList<Measured>();
        for (var size : Arrays.asList(arguments).subList(2, arguments.length)) {
            var directory = Files.createDirectories(Path.of(arguments[1], size));
            try (var herd = new Simulation(Integer.parseInt(size), directory)) {
                all.add(herd.measure());
            }
            // After each, so that what was measured is there if the next one takes too long.
            Files.writeString(results.resolve("scale.md"), ScaleTable.of(all));
            Files.writeString(results.resolve("scale.svg"), ScalePlot.of(all));
        }
    }
}
