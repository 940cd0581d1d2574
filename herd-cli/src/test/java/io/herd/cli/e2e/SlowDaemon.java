package io.herd.cli.e2e;

import io.herd.engine.docker.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Takes the place of a daemon's socket until it is closed, and lets each connection wait. */
final class SlowDaemon implements AutoCloseable {

    private final Path front;
    private final Path behind;
    private final ServerSocketChannel server;
    private final Duration delay;

    private SlowDaemon(Path front, Path behind, ServerSocketChannel server, Duration delay) {
        this.front = front;
        this.behind = behind;
        this.server = server;
        this.delay = delay;
    }

    static SlowDaemon at(Path socket, Duration delay) {
        try {
            var behind = socket.resolveSibling("behind.sock");
            Files.move(socket, behind);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            var slow = new SlowDaemon(socket, behind, server, delay);
            Thread.ofVirtual().start(() -> new Connections(server).serve(slow::serve));
            return slow;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                var daemon = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread.sleep(delay);
            daemon.connect(UnixDomainSocketAddress.of(Files.exists(behind) ? behind : front));
            TcpDaemon.pass(client, daemon);
        } catch (IOException _) {
            // One side went away; the other sees the end of it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has begun goes on. */
    @Override
    public void close() {
        try {
            server.close();
            Files.move(behind, front, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
