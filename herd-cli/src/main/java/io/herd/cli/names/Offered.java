package io.herd.cli.names;

import static java.util.stream.Collectors.toCollection;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What completion can offer for one place: names, and ids for someone who types an id.
 *
 * @param ids as docker's lists show them
 */
public record Offered(SortedSet<String> names, SortedSet<String> ids) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]+");
    private static final int SHOWN = 12;

    /** What has no ids. */
    public static Offered only(SortedSet<String> names) {
        return new Offered(names, new TreeSet<>());
    }

    /** An id as docker's lists show it. */
    static String shortened(String id) {
        var digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(SHOWN, digits.length()));
    }

    /** What to offer behind these letters: ids if they begin an id and no name. */
    public SortedSet<String> behind(String begun) {
        if (!isId(begun) || anyBegins(names, begun)) {
            return Typeable.of(names);
        }
        return ids.stream().filter(id -> id.startsWith(begun)).collect(toCollection(TreeSet::new));
    }

    /** Whether an id may begin so. */
    static boolean isId(String begun) {
        return ID.matcher(begun).matches();
    }

    private static boolean anyBegins(SortedSet<String> names, String begun) {
        return names.stream().anyMatch(name -> name.startsWith(begun));
    }
}
