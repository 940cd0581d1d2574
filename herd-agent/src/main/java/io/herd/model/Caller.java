package io.herd.model;

import java.util.Locale;

/**
 * Who asks for something.
 *
 * @param name of a user; nothing is to be made of it but to show it
 * @param by how that is known
 * @param at the node at which it became known, or the address of a member that is no agent
 */
public record Caller(String name, By by, String at) {

    private static final int LONGEST = 256;

    /** How it is known who asks. */
    public enum By {
        /** The system says so of whoever has connected to the agent's Unix socket: unix(7). */
        SOCKET,
        /** Nobody says so: by HTTP everybody on the agent's host may ask. */
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
        if (name.isEmpty() || name.length() > LONGEST || at.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a caller's name has 1 to %d characters".formatted(LONGEST));
        }
    }
}
