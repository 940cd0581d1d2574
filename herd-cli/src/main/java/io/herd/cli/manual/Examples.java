package io.herd.cli.manual;

import io.herd.cli.manual.Example.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the file with the examples of a command. A line that begins with {@code # } is the title
 * of an example, with {@code $ } a command, with {@code % } a command that is not shown; {@code
 * [N]} is the exit code of the command before it, if that is not 0; any other line is its output.
 */
public final class Examples {

    private static final Pattern EXIT = Pattern.compile("\\[([0-9]{1,3})]");

    private final List<Example> examples = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Optional<String> title = Optional.empty();

    private Examples() {}

    /**
     * Reads a file; none if it does not exist.
     *
     * @throws IOException naming a line that belongs to no example
     */
    public static List<Example> read(Path file) throws IOException {
        var read = new Examples();
        if (Files.exists(file)) {
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!read.add(line)) {
                    throw new IOException(
                            "%s:%d: what stands here belongs to no example"
                                    .formatted(file, number));
                }
            }
        }
        read.finish();
        return List.copyOf(read.examples);
    }

    private boolean add(String line) {
        if (line.startsWith("# ")) {
            finish();
            title = Optional.of(line.substring(2));
            return true;
        }
        if (line.isBlank()) {
            return true;
        }
        if (title.isPresent() && (line.startsWith("$ ") || line.startsWith("% "))) {
            steps.add(new Step(line.startsWith("$"), line.substring(2), List.of(), 0));
            return true;
        }
        return !steps.isEmpty() && addToLast(line);
    }

    private boolean addToLast(String line) {
        var step = steps.removeLast();
        var exit = EXIT.matcher(line);
        return steps.add(
                exit.matches()
                        ? step.ending(Integer.parseInt(exit.group(1)))
                        : step.printing(
                                Stream.concat(step.output().stream(), Stream.of(line)).toList()));
    }

    private void finish() {
        title.ifPresent(said -> examples.add(new Example(said, List.copyOf(steps))));
        steps.clear();
    }
}
