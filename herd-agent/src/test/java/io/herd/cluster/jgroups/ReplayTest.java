package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.cluster.MemberWatcher;
import io.herd.cluster.transport.MulticastTest;
import io.herd.model.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody without the key can do with datagrams that he has heard. */
@Timeout(60)
class ReplayTest {

    private static final int COPIES = 3_000;

    private final Members herd = Members.withKey();

    @AfterEach
    void everybodyLeaves() {
        herd.close();
    }

    @Test
    void copiesOfADatagramDoNotMakeAnAgentDialAgainAndAgain() throws Exception {
        var gone = datagramOfOneThatIsGone();
        var a = agentThatHears("a");
        try (var trap = new Trap(gone.address)) {
            for (int i = 0; i < COPIES; i++) {
                MulticastTest.send(gone.datagram);
            }
            // It is heard behind the copies.
            herd.process("b", new HostPort("127.0.0.1", 0), List.of());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b"));

            // The first one heard is fresh to an agent that has just started.
            assertThat(trap.dialled()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aCopyDoesNotKeepAnAgentFromFoundingItsHerd() throws Exception {
        var gone = datagramOfOneThatIsGone();
        try (var trap = new Trap(gone.address);
                var _ = new Repeater(gone.datagram)) {
            var started = System.nanoTime();
            var a = agentThatHears("a");
            var took = Duration.ofNanos(System.nanoTime() - started);

            assertThat(names(a)).containsExactly("a");
            // Waiting for the one that is gone, it took up to 30 s.
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            // An answer and a question.
            assertThat(trap.dialled()).isLessThanOrEqualTo(2);
        }
    }

    private JGroupsCluster agentThatHears(String name) throws Exception {
        return herd.agent(name, Members.says(name), MemberWatcher.NONE, herd.settings(List.of()));
    }

    /** Where it listened, and what it sent. */
    private static final class Gone {

        private final HostPort address;
        private final byte[] datagram;

        Gone(HostPort address, byte[] datagram) {
            this.address = address;
            this.datagram = datagram;
        }
    }

    private Gone datagramOfOneThatIsGone() throws Exception {
        try (var recorder = MulticastTest.recorder();
                var gone = herd.process("gone", new HostPort("127.0.0.1", 0), List.of())) {
            var datagram = MulticastTest.received(recorder);
            gone.kill();
            await().until(() -> !gone.isAlive());
            return new Gone(gone.address(), datagram);
        }
    }

    /** Counts who connects to an address, and hangs up. */
    private static final class Trap implements AutoCloseable {

        private final ServerSocket server;
        private final AtomicInteger dialled = new AtomicInteger();

        Trap(HostPort at) throws IOException {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(at.host()), at.port()));
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    server.accept().close();
                    dialled.incrementAndGet();
                }
            } catch (IOException e) {
                // Closed.
            }
        }

        int dialled() {
            return dialled.get();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** Sends a datagram again and again, until it is closed. */
    private static final class Repeater implements AutoCloseable {

        private final AtomicBoolean enough = new AtomicBoolean();

        Repeater(byte[] datagram) {
            Thread.ofPlatform().daemon().start(() -> repeat(datagram));
        }

        private void repeat(byte[] datagram) {
            try {
                while (!enough.get()) {
                    MulticastTest.send(datagram);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            enough.set(true);
        }
    }
}
