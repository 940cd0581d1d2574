package io.herd.cli.shell;

import io.herd.cli.shell.Words.Word;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises lines that may hold a secret: a value for a container's environment or template. */
public final class Secrets {

    // -e, also behind other letters: exec -ite A=b
    private static final Pattern OPTION = Pattern.compile("-[a-zA-Z]*e|--env|--set");
    private static final Pattern WHOLE =
            Pattern.compile("(-[a-zA-Z]*e|--env=|--set=)[^=]+=.*", Pattern.DOTALL);

    private Secrets() {}

    public static boolean mayBeIn(String line) {
        return Words.of(line).commands().stream().anyMatch(Secrets::mayBeIn);
    }

    private static boolean mayBeIn(List<Word> command) {
        boolean value = false;
        for (var word : command) {
            var text = word.text();
            if (WHOLE.matcher(text).matches() || (value && text.indexOf('=') > 0)) {
                return true;
            }
            value = OPTION.matcher(text).matches();
        }
        return false;
    }
}
