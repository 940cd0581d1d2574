package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jgroups.Address;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final Address A = agent("a");
    private static final Address B = agent("b");

    @Test
    void whoeverIsNewHasStarted() {
        assertThat(Agents.of(List.of(A, B)).started(Agents.of(List.of(A))))
                .containsExactly(new NodeName("b"));
        assertThat(Agents.of(List.of(A, B)).started(Agents.of(List.of(B, A)))).isEmpty();
    }

    /** It listens where its predecessor did. */
    @Test
    void whoeverHasTakenANameOverHasStarted() {
        var again = agent("b");
        var first = Agents.of(List.of(A, B));
        var both = Agents.of(List.of(A, B, again));

        assertThat(Agents.of(List.of(A, again)).started(first)).containsExactly(new NodeName("b"));
        assertThat(both.started(first)).isEmpty();
        assertThat(Agents.of(List.of(A, again)).started(both)).containsExactly(new NodeName("b"));
    }

    private static Address agent(String name) {
        return HerdAddress.agent(
                new NodeName(name), new InetSocketAddress(InetAddress.getLoopbackAddress(), 7800));
    }
}
