package io.herd.cluster.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cluster.Key;
import io.herd.cluster.jgroups.Members;
import io.herd.cluster.transport.KeyProbe.Verdict;
import io.herd.model.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyProbeTest {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger callers = new AtomicInteger();

    KeyProbeTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whoHangsUpOnceAndThenAcceptsTheKeyIsNoStranger() throws Exception {
        serve(Members.KEY, 1);

        assertThat(ask()).isEqualTo(Verdict.UNCLEAR);
        assertThat(callers).hasValue(2);
    }

    @Test
    void whoAlwaysHangsUpIsOne() throws Exception {
        serve(Members.KEY, Integer.MAX_VALUE);

        assertThat(ask()).isEqualTo(Verdict.STRANGER);
    }

    @Test
    void whoHasAnotherKeyIsOneAtOnce() throws Exception {
        serve(Members.OTHER_KEY, 0);

        assertThat(ask()).isEqualTo(Verdict.STRANGER);
        assertThat(callers).hasValue(1);
    }

    @Test
    void whoDoesNotListenIsNobody() throws Exception {
        server.close();

        assertThat(ask()).isEqualTo(Verdict.NOBODY);
    }

    private Verdict ask() {
        return KeyProbe.ask(
                new HostPort("127.0.0.1", server.getLocalPort()),
                Optional.of(HerdTls.of(Members.KEY, "herd")));
    }

    /**
     * @param hangingUp how many callers are turned away first
     */
    private void serve(Key key, int hangingUp) {
        Thread.ofVirtual().start(() -> accept(HerdTls.of(key, "herd"), hangingUp));
    }

    private void accept(HerdTls tls, int hangingUp) {
        while (!server.isClosed()) {
            try (var caller = server.accept()) {
                if (callers.incrementAndGet() > hangingUp) {
                    stay(tls, caller);
                }
            } catch (IOException e) {
                // The test is over, or the caller has gone.
            }
        }
    }

    private static void stay(HerdTls tls, Socket caller) throws IOException {
        var session = tls.over(caller, false);
        session.startHandshake();
        var _ = session.getInputStream().read();
    }
}
