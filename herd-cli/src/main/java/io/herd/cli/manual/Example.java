package io.herd.cli.manual;

import java.util.List;

/**
 * Commands that show a use, as they are typed.
 *
 * @param title what they are good for, one line
 */
public record Example(String title, List<Step> steps) {

    /**
     * One command line.
     *
     * @param shown false for what only has to be done before
     * @param output what it prints, a line each; where there is none, it may print anything
     * @param exit what it ends with
     */
    public record Step(boolean shown, String command, List<String> output, int exit) {

        Step printing(List<String> lines) {
            return new Step(shown, command, lines, exit);
        }

        Step ending(int code) {
            return new Step(shown, command, output, code);
        }
    }

    /** What the reader sees, a line each. */
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
