package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.Legible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * Asks yes-or-no questions on a terminal.
 *
 * @param err where the question is printed: stdout is for results
 */
public record YesNo(InputStream in, PrintStream err) {

    /** Asks; anything but a clear yes is a no. */
    public boolean ask(String question) {
        err.print(Legible.of(question) + " [y/N] ");
        err.flush();
        try {
            // Not closed: the stream is the process's own.
            var answer = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
            return answer != null && answer.strip().matches("(?i)y|yes");
        } catch (IOException _) {
            return false;
        }
    }
}
