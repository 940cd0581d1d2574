package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads lines, and joins a line with the next as long as a quote is open or a backslash ends it.
 */
public final class WholeLines {

    private static final String MORE = "> ";

    private final BufferedReader in;
    private final Consumer<String> prompts;
    // The first line may begin with a byte order mark, which some editors write.
    private boolean first = true;

    /**
     * @param prompts takes the prompt before each line is read
     */
    public WholeLines(InputStream in, Consumer<String> prompts) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
        this.prompts = prompts;
    }

    /** The next whole line; empty at the end. */
    public Optional<String> next(String prompt) throws IOException {
        prompts.accept(prompt);
        var text = in.readLine();
        if (first && text != null) {
            text = text.replaceFirst("^\uFEFF", "");
        }
        first = false;
        while (text != null && ShellLexer.of(text).open()) {
            prompts.accept(MORE);
            var more = in.readLine();
            if (more == null) {
                break;
            }
            text += "\n" + more;
        }
        return Optional.ofNullable(text);
    }
}
