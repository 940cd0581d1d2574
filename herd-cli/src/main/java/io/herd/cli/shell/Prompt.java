package io.herd.cli.shell;

import io.herd.cli.render.Tone;
import io.herd.model.Legible;

/**
 * The text of the prompt.
 *
 * @param herd its name
 * @param up nodes that are in the herd now
 * @param seen nodes that have been in it since the shell began
 * @param status exit code of the last command
 */
record Prompt(String herd, int up, int seen, int status) {

    String text(boolean colour) {
        var nodes = paint(up == 0 || up < seen ? Tone.BAD : Tone.GOOD, up + "/" + seen, colour);
        var failed = status == 0 ? "" : " " + paint(Tone.BAD, "[" + status + "]", colour);
        return Legible.of(herd) + " " + nodes + failed + "> ";
    }

    private static String paint(Tone tone, String text, boolean colour) {
        return colour ? tone.paint(text) : text;
    }
}
