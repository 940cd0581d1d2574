package io.herd.model;

/**
 * A {@code --join} address of an agent where no agent of the herd is.
 *
 * @param address as given to the agent
 */
public record JoinPlace(String address, Found found) {

    /** Who listens there instead. */
    public enum Found {
        NOBODY,
        /** Somebody with another key, or of a herd of another name. */
        STRANGER,
        /** Somebody listens, but it is unknown who. */
        UNCLEAR
    }
}
