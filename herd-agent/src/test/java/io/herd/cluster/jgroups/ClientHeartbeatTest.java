package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jgroups.EmptyMessage;
import org.jgroups.Message;
import org.jgroups.protocols.FailureDetection.HeartbeatHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that is in nobody's view any more hears no heartbeats. */
class ClientHeartbeatTest {

    private final ClientHeartbeat heartbeat = new ClientHeartbeat();

    @BeforeEach
    void quick() {
        heartbeat.setTimeout(400);
        heartbeat.setInterval(100);
    }

    @Test
    void silenceMeansThatTheClientIsForgotten() {
        assertThat(heartbeat.isForgotten()).isFalse();

        await().until(heartbeat::isForgotten);
    }

    @Test
    void whoeverHearsAnAgentIsNot() {
        await().until(heartbeat::isForgotten);

        heartbeat.up(fromAnAgent());

        assertThat(heartbeat.isForgotten()).isFalse();
    }

    private Message fromAnAgent() {
        var agent =
                HerdAddress.agent(
                        new NodeName("a"),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        return new EmptyMessage().setSrc(agent).putHeader(heartbeat.getId(), new HeartbeatHeader());
    }
}
