package io.herd.cli.shell;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Parses the words behind {@code watch}. */
final class WatchWords {

    private static final String USAGE = "use 'watch [-n SECONDS] COMMAND'";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,3})?");
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private WatchWords() {}

    static ShellCommandLine of(List<String> words) {
        if (words.isEmpty()) {
            return new ShellCommandLine.Wrong("'watch' needs a command: " + USAGE);
        }
        if (!words.getFirst().equals("-n")) {
            return watch(USUAL, words);
        }
        if (words.size() < 3) {
            return new ShellCommandLine.Wrong("'watch -n' needs seconds and a command: " + USAGE);
        }
        var every = words.get(1);
        if (!SECONDS.matcher(every).matches() || duration(every).compareTo(SHORTEST) < 0) {
            return new ShellCommandLine.Wrong(
                    "invalid number of seconds '%s': use 0.1 or more".formatted(every));
        }
        return watch(duration(every), words.subList(2, words.size()));
    }

    private static Duration duration(String seconds) {
        return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static ShellCommandLine watch(Duration every, List<String> words) {
        return switch (ShellCommandLine.of(words)) {
            case ShellCommandLine.Run(var arguments) ->
                    new ShellCommandLine.Watch(every, arguments);
            case ShellCommandLine.Wrong wrong -> wrong;
            case ShellCommandLine.Help _,
                    ShellCommandLine.Watch _,
                    ShellCommandLine.History _,
                    ShellCommandLine.Clear _,
                    ShellCommandLine.Leave _ ->
                    new ShellCommandLine.Wrong(
                            "'%s' cannot be watched: %s".formatted(words.getFirst(), USAGE));
        };
    }
}
