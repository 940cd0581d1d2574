package io.herd.cli.manual;

import java.util.List;

/**
 * An example for the manual: commands as they are typed, with their output.
 *
 * @param title what they are good for, one line
 */
public record Example(String title, List<Step> steps) {

    /**
     * One command line.
     *
     * @param shown false for a preparation that the manual leaves out
     * @param output the lines it prints; if empty, it may print anything
     * @param exit its exit code
     */
    public record Step(boolean shown, String command, List<String> output, int exit) {

        Step printing(List<String> lines) {
            return new Step(shown, command, lines, exit);
        }

        Step ending(int code) {
            return new Step(shown, command, output, code);
        }
    }

    /** The lines that the reader sees. */
    List<String> lines() {
        return steps.stream()
                .filter(Step::shown)
                .<String>mapMulti((step, lines) -> {
                    lines.accept("$ " + step.command());
                    step.output().forEach(lines);
                })
                .toList();
    }
}
