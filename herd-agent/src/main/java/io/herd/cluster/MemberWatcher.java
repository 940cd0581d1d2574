package io.herd.cluster;

/**
 * Listener for agents that join or leave the herd; clients are not reported. Called on one thread,
 * one call at a time.
 */
public interface MemberWatcher {

    /** Ignores all events. */
    MemberWatcher NONE = new MemberWatcher() {};

    default void joined(Member member) {}

    /** The member left, or was lost. */
    default void gone(Member member) {}

    /**
     * Two parts of a split herd have merged and both have an agent of this agent's name; this agent
     * must stop, because nobody asks it any more.
     *
     * @param keeper the other agent, which keeps the name
     */
    default void nameTaken(Member keeper) {}
}
