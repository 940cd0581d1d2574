package io.herd.cli.e2e;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether something was printed as an example shows it. Ids, addresses, versions and times may be
 * others, blanks more or fewer, lines end as on a terminal; an ellipsis stands for anything, on a
 * line of its own for any lines.
 */
final class Likeness {

    private static final String TIME =
            "Less than a second|About an? (minute|hour)|[0-9]+ (second|minute|hour|day|week|month|year)s?";
    private static final Pattern DIFFERS =
            Pattern.compile(
                    "(?<any>…)|(?<blanks> +)|(?<id>\\b[0-9a-f]{12}\\b)"
                            + "|(?<address>\\b([0-9]+\\.){3}[0-9]+\\b)"
                            + "|(?<version>\\b[0-9]+\\.[0-9]+\\.[0-9]+\\b)|(?<time>"
                            + TIME
                            + ")");

    private Likeness() {}

    static boolean of(List<String> shown, String printed) {
        var lines = shown.stream().map(Likeness::pattern).collect(joining());
        return Pattern.matches(lines, printed.replaceAll("[ \r]+\n", "\n"));
    }

    private static String pattern(String line) {
        if (line.equals("…")) {
            return "(.*\n)*";
        }
        var pattern = new StringBuilder();
        var differs = DIFFERS.matcher(line.stripTrailing());
        int end = 0;
        while (differs.find()) {
            pattern.append(Pattern.quote(line.substring(end, differs.start())));
            pattern.append(instead(differs));
            end = differs.end();
        }
        return pattern.append(Pattern.quote(line.stripTrailing().substring(end))) + "\n";
    }

    private static String instead(Matcher differs) {
        if (differs.group("any") != null) {
            return ".*";
        } else if (differs.group("blanks") != null) {
            return " +";
        } else if (differs.group("id") != null) {
            return "[0-9a-f]{12}";
        } else if (differs.group("address") != null) {
            return "([0-9]+\\.){3}[0-9]+";
        }
        return differs.group("version") != null ? "[0-9]+\\.[0-9]+\\.[0-9]+\\S*" : "(" + TIME + ")";
    }
}
