package io.herd.cluster;

/**
 * Told by an agent's cluster who comes and goes among the other agents; clients are not mentioned.
 * Called on one thread, one call at a time.
 */
public interface MemberWatcher {

    /** Watches nothing. */
    MemberWatcher NONE = new MemberWatcher() {};

    default void joined(Member member) {}

    /** It left, or was lost. */
    default void gone(Member member) {}

    /**
     * Two parts of the herd have met and both have an agent of this one's name; it is this one that
     * must stop, for nobody asks it any more.
     *
     * @param keeper the other
     */
    default void nameTaken(Member keeper) {}
}
