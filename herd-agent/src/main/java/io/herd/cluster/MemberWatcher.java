package io.herd.cluster;

import java.util.List;

/**
 * Listener for agents that join or leave the herd; clients are not reported. Joins and leaves are
 * told on one thread, one call at a time, and noted on another.
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

    /**
     * Notes who is in the herd, over this agent's own end; now and then, even if all is as it was.
     */
    default void note(Roster roster) {}

    /** Whom it has noted last, including those that were missing; asked once, at the start. */
    default List<Member> noted() {
        return List.of();
    }
}
