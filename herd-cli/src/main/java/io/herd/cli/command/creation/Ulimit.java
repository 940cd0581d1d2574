package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import io.herd.json.text.JsonForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of {@code --ulimit}: a limit of what one process may use, NAME=SOFT[:HARD].
 *
 * @param soft -1 for no limit
 * @param hard -1 for no limit
 */
public record Ulimit(String name, long soft, long hard) {

    private static final Set<String> NAMES =
            Set.of(
                    "core",
                    "cpu",
                    "data",
                    "fsize",
                    "locks",
                    "memlock",
                    "msgqueue",
                    "nice",
                    "nofile",
                    "nproc",
                    "rss",
                    "rtprio",
                    "rttime",
                    "sigpending",
                    "stack");

    /**
     * @throws IllegalArgumentException naming the value and the form
     */
    static Ulimit parse(String text) {
        var parts = text.split("=", 2);
        if (parts.length < 2 || !NAMES.contains(parts[0])) {
            throw wrong(text);
        }
        var limits = parts[1].split(":", -1);
        if (limits.length > 2) {
            throw wrong(text);
        }
        long soft = limit(text, limits[0]);
        long hard = limit(text, limits[limits.length - 1]);
        if (hard != -1 && (soft == -1 || soft > hard)) {
            throw new IllegalArgumentException(
                    "'%s': the soft limit is above the hard one, use SOFT:HARD".formatted(text));
        }
        return new Ulimit(parts[0], soft, hard);
    }

    private static long limit(String text, String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "invalid limit '%s': use NAME=SOFT[:HARD], such as nofile=1024:2048, with one of %s"
                        .formatted(text, String.join(", ", NAMES.stream().sorted().toList())));
    }

    /** Writes limits into the host's part of a create form; the last one of a name counts. */
    public static void into(JsonForm host, Collection<Ulimit> limits) {
        var byName = new LinkedHashMap<String, Ulimit>();
        limits.forEach(limit -> byName.put(limit.name, limit));
        for (var limit : byName.values()) {
            host.element("Ulimits")
                    .text("Name", limit.name)
                    .number("Hard", limit.hard)
                    .number("Soft", limit.soft);
        }
    }

    public static final class Converter implements ITypeConverter<Ulimit> {
        @Override
        public Ulimit convert(String text) {
            return Converters.checked(Ulimit::parse, text);
        }
    }
}
