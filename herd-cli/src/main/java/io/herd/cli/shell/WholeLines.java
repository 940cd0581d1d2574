package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a stream, those put together of which one goes on in the next. */
public final class WholeLines {

    private static final String MORE = "> ";

    private final BufferedReader in;
    private final Consumer<String> prompts;
    // Some editors put a byte order mark before it.
    private boolean first = true;

    /**
     * @param prompts told each time what to ask with
     */
    public WholeLines(InputStream in, Consumer<String> prompts) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
        this.prompts = prompts;
    }

    /** Empty at the end. */
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
