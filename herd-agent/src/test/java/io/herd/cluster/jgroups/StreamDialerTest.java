package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Streaming;
import io.herd.cluster.transport.Listener;
import io.herd.concurrent.Background;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamDialerTest {

    private static final NodeName NODE = new NodeName("a");
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aStreamToAnAgentThatIsLostWhileItConnectsIsNotWaitedFor() throws Exception {
        var here = new InetSocketAddress(LOOPBACK, 0);
        var listener = Listener.bind(here, Optional.empty(), Thread.ofVirtual().factory());
        try (var silent = new ServerSocket(0, 1, LOOPBACK);
                var dialling = new StreamDialer(listener)) {
            var full = fill(silent);
            var at = new InetSocketAddress(LOOPBACK, silent.getLocalPort());
            var opening =
                    Background.startVirtual(
                            "opening",
                            () ->
                                    dialling.open(
                                            HerdAddress.agent(NODE, at),
                                            NODE,
                                            new Streaming.Wait("abc"),
                                            Deadline.in(Duration.ofMinutes(5))));

            // Again and again, since it is not seen when the connecting begins.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        dialling.retain(Agents.NONE);
                        assertThat(opening.await(Deadline.in(Duration.ofMillis(50)))).isPresent();
                    });

            assertThat(opening.await())
                    .isInstanceOfSatisfying(
                            Opening.Not.class,
                            not -> assertThat(not.why()).asString().contains("was lost"));
            for (var socket : full) {
                socket.close();
            }
        } finally {
            listener.close();
        }
    }

    // Nobody accepts; when there is no more place, the kernel lets no more connect.
    private static List<Socket> fill(ServerSocket silent) throws IOException {
        var full = new ArrayList<Socket>();
        while (true) {
            var socket = new Socket();
            full.add(socket);
            try {
                socket.connect(silent.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException e) {
                return full;
            }
        }
    }
}
