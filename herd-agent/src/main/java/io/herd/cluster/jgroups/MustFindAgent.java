package io.herd.cluster.jgroups;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.protocols.PingData;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Responses;

/**
 * Protocol below GMS in a client's stack that makes the join wait for a coordinating agent, and
 * fail when told to give up. GMS alone would found a herd of its own when it finds nobody.
 */
final class MustFindAgent extends Protocol {

    // Milliseconds between two discovery rounds, as long as nobody answers.
    private static final long ROUND = 300;

    private volatile boolean givenUp;
    private volatile Optional<Address> answered = Optional.empty();
    private volatile Consumer<Collection<Address>> lost = _ -> {};

    /**
     * Sets the listener for members that no longer answer; when the last agent is gone, nobody is
     * left to send a view that would say so.
     */
    void onLost(Consumer<Collection<Address>> listener) {
        lost = listener;
    }

    /** An agent of the herd that has answered, though it may not be one that lets in. */
    Optional<Address> answered() {
        return answered;
    }

    /** Makes a running join fail. */
    void giveUp() {
        givenUp = true;
    }

    @Override
    public Object down(Event event) {
        if (event.getType() != Event.FIND_INITIAL_MBRS) {
            return down_prot.down(event);
        }
        while (!givenUp) {
            var coordinators = ask(event);
            if (!coordinators.isEmpty()) {
                return coordinators;
            }
        }
        throw new NoAgentException();
    }

    private Responses ask(Event event) {
        var all = (Responses) down_prot.down(event);
        all.waitFor(ROUND);
        all.done();
        var coordinators = new Responses(false);
        for (PingData found : all) {
            if (HerdAddress.isAgent(found.getAddress())) {
                answered = Optional.of(found.getAddress());
                if (found.isCoord()) {
                    coordinators.addResponse(found, true);
                }
            }
        }
        return coordinators.done();
    }

    @Override
    public Object up(Event event) {
        if (event.getType() == Event.SUSPECT) {
            // Already verified: they did not answer.
            lost.accept(event.getArg());
        }
        return up_prot.up(event);
    }

    /** Thrown when it was told to give up. */
    static final class NoAgentException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
