package io.herd.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Who asks for something.
 *
 * @param name of a user; nothing is to be made of it but to show it
 * @param by how that is known
 * @param at the node at which it became known, or the address of a member that is no agent
 * @param groups that he is in, as far as whoever knows who he is knows that, too
 */
public record Caller(String name, By by, String at, List<String> groups) {

    private static final int LONGEST = 256;
    // Linux lets a user be in some thousands.
    private static final int MOST_GROUPS = 1024;

    /** How it is known who asks. */
    public enum By {
        /** The system says so of whoever has connected to the agent's Unix socket: unix(7). */
        SOCKET,
        /** He has shown a token, by HTTP. */
        TOKEN,
        /** He has shown a certificate of the herd's. */
        CERTIFICATE,
        /**
         * Nobody says so: the agent's operator named whom he acts for who shows no token by HTTP.
         */
        HTTP,
        /** He says so himself, and has the herd's key. */
        KEY;

        /** Its name on the wire and in the audit. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A member that is no agent. An agent that it asks knows where it is. */
    public static Caller withTheKey(String name) {
        return new Caller(name, By.KEY, "");
    }

    public Caller {
        groups = List.copyOf(groups);
        if (name.isEmpty() || isTooLong(List.of(name, at)) || isTooLong(groups)) {
            throw new IllegalArgumentException(
                    "a caller's name has 1 to %d characters".formatted(LONGEST));
        }
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "a caller is in at most %d groups".formatted(MOST_GROUPS));
        }
    }

    public Caller(String name, By by, String at) {
        this(name, by, at, List.of());
    }

    private static boolean isTooLong(Collection<String> names) {
        return names.stream().anyMatch(it -> it.length() > LONGEST);
    }
}
