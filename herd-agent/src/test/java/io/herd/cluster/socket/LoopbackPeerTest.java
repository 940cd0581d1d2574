package io.herd.cluster.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackPeerTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "127.0.0.1,::ffff:127.0.0.1", "127.0.0.7,127.0.0.7"})
    void theUserWhoHasConnectedIsKnown(String at, String to) throws Exception {
        try (var server = listening(at);
                var client = SocketChannel.open(to(server, to));
                var accepted = server.accept()) {
            assertThat(client.isConnected()).isTrue();
            assertThat(LoopbackPeer.uid(accepted)).contains(own());
        }
    }

    @ParameterizedTest
    @CsvSource("127.0.0.1")
    void whoHasGoneIsNobody(String at) throws Exception {
        try (var server = listening(at)) {
            var client = SocketChannel.open(to(server, at));
            try (var accepted = server.accept()) {
                client.close();

                // Not root, whose number the kernel shows for a connection that is closed.
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> LoopbackPeer.uid(accepted).isEmpty());
            }
        }
    }

    private static ServerSocketChannel listening(String at) throws Exception {
        return ServerSocketChannel.open().bind(new InetSocketAddress(at, 0));
    }

    private static InetSocketAddress to(ServerSocketChannel server, String host) throws Exception {
        var port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    private static String own() throws Exception {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    }
}
