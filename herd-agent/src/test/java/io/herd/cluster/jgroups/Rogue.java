package io.herd.cluster.jgroups;

import io.herd.action.Outcome;
import io.herd.json.wire.Wire;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.stack.Protocol;

/** A member with the key that says what it likes. */
record Rogue(GroupChannel link, List<Protocol> stack) implements AutoCloseable {

    /** What an agent answers to any bytes. */
    Outcome ask(String agent, byte[] request) throws Exception {
        var reply = link.request(at(agent), request).get(10, TimeUnit.SECONDS);
        return Wire.outcome(reply);
    }

    Address at(String agent) {
        return link.agents().find(new NodeName(agent)).orElseThrow();
    }

    /** Tells an agent that the two are all that is left, and that the agent comes second. */
    void tellThatAllOthersAreGone(Address agent) {
        var membership =
                stack.stream()
                        .filter(GMS.class::isInstance)
                        .map(GMS.class::cast)
                        .findFirst()
                        .orElseThrow();
        var now = membership.view();
        var self = membership.getAddress();
        var view = View.create(self, now.getViewId().getId() + 5, self, agent);
        membership.castViewChangeAndSendJoinRsps(view, null, List.of(), List.of(), null);
    }

    @Override
    public void close() {
        link.close(Duration.ofSeconds(1));
    }
}
