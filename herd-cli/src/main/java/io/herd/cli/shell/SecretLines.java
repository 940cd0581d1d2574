package io.herd.cli.shell;

import io.herd.cli.shell.ShellLexer.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises lines that may hold a secret: a value for a container or a template, or an argument of
 * what runs in a container that looks like a password.
 */
public final class SecretLines {

    // -e and -l, also behind other letters: exec -ite A=b
    private static final String OPTIONS =
            "-[a-zA-Z]*[el]|--(env|set|label|label-add|log-opt|build-arg)";
    private static final Pattern OPTION = Pattern.compile(OPTIONS);
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(-[a-zA-Z]*[el]|--(env|set|label|label-add|log-opt|build-arg)=)[^=]+=.*",
                    Pattern.DOTALL);

    private static final Set<String> RUNNING = Set.of("exec", "run", "create");
    private static final Pattern PASSWORD =
            Pattern.compile("(?is).*(passw|token|secret|key=).*|-p.+");
    // run -p80:80
    private static final Pattern PORT = Pattern.compile("-p[0-9.:\\[\\]-]+(/[a-z]+)?");

    private SecretLines() {}

    public static boolean mayBeIn(String line) {
        return ShellLexer.of(line).commands().stream()
                .map(command -> command.words().stream().map(Word::text).toList())
                .anyMatch(command -> isGiven(command) || isArgument(command));
    }

    private static boolean isGiven(List<String> command) {
        boolean value = false;
        for (var word : command) {
            if (WHOLE.matcher(word).matches() || (value && word.indexOf('=') > 0)) {
                return true;
            }
            value = OPTION.matcher(word).matches();
        }
        return false;
    }

    // Looks behind the first word that is no option: the container or the image, as far as can be
    // told without knowing the options.
    private static boolean isArgument(List<String> command) {
        return command.stream()
                .dropWhile(word -> !RUNNING.contains(word))
                .skip(1)
                .dropWhile(word -> word.startsWith("-"))
                .skip(1)
                .anyMatch(word ->
                        PASSWORD.matcher(word).matches()
                                && !(PORT.matcher(word).matches() && !command.contains("exec")));
    }
}
