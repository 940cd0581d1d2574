package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.Legible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * A question on a terminal.
 *
 * @param err where it is asked: stdout is for results
 */
public record YesNo(InputStream in, PrintStream err) {

    /** Only a clear yes is one. */
    public boolean ask(String question) {
        err.print(Legible.of(question) + " [y/N] ");
        err.flush();
        try {
            // Not closed: it is the process's own.
            var answer = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
            return answer != null && answer.strip().matches("(?i)y|yes");
        } catch (IOException _) {
            return false;
        }
    }
}
