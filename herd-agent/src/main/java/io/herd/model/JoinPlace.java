package io.herd.model;

/**
 * A place where an agent was told to look for others and where none of the herd is.
 *
 * @param address as the agent was told
 */
public record JoinPlace(String address, Found found) {

    /** Who is there instead. */
    public enum Found {
        NOBODY,
        /** Somebody with another key, or of a herd of another name. */
        STRANGER,
        /** Somebody listens, and it cannot be told who. */
        UNCLEAR
    }
}
