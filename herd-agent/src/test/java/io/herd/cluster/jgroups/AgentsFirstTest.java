package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jgroups.Address;
import org.junit.jupiter.api.Test;

class AgentsFirstTest {

    private static final InetSocketAddress SOMEWHERE =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private static final List<Address> NOBODY = List.of();

    private final AgentsFirst policy = new AgentsFirst();
    private final Address a = agent("a");
    private final Address b = agent("b");
    private final Address c = agent("c");
    private final Address client = HerdAddress.client(SOMEWHERE);
    private final Address other = HerdAddress.client(SOMEWHERE);

    @Test
    void anAgentThatJoinsComesBeforeTheClientsAndAfterTheAgents() {
        assertThat(policy.getNewMembership(List.of(b, client), List.of(other, a), NOBODY, NOBODY))
                .containsExactly(b, a, client, other);
    }

    @Test
    void theNextAgentTakesOverFromOneThatLeavesOrIsLost() {
        assertThat(
                        policy.getNewMembership(
                                List.of(a, b, c, client), NOBODY, List.of(a), List.of(b)))
                .containsExactly(c, client);
    }

    @Test
    void withoutAgentsThereIsNoHerd() {
        assertThat(policy.getNewMembership(List.of(a, client, other), NOBODY, List.of(a), NOBODY))
                .isEmpty();
    }

    @Test
    void ofTwoPartsThatMergeTheBiggerLeads() {
        assertThat(policy.getNewMembership(List.of(List.of(a, client), List.of(b, c, other))))
                .containsExactly(b, c, a, other, client);
    }

    private static Address agent(String name) {
        return HerdAddress.agent(new NodeName(name), SOMEWHERE);
    }
}
