package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.herd.engine.docker.Connections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A daemon on a TCP port of loopback, where DockerMod wanted it; calls can be held up. It only
 * passes on what comes: a dockerd that listens there itself takes 16 s longer to start.
 */
final class TcpDaemon implements AutoCloseable {

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final UnixDomainSocketAddress daemon;
    private volatile String slow = "none";

    /** How long a slow call takes. */
    static final Duration DELAY = Duration.ofSeconds(4);

    TcpDaemon(Path socket) throws IOException {
        this(socket, InetAddress.getLoopbackAddress());
    }

    TcpDaemon(Path socket, InetAddress loopback) throws IOException {
        daemon = UnixDomainSocketAddress.of(socket);
        server.bind(new InetSocketAddress(loopback, 0));
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    /** From now on calls with this in their path are slow, and not made if nobody waits so long. */
    void hold(String path) {
        slow = path;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        new Connections(server).serve(this::serve);
    }

    private void serve(SocketChannel client) {
        try (client;
                var behind = SocketChannel.open(daemon)) {
            var start = ByteBuffer.allocate(1 << 16);
            client.read(start);
            var line = ISO_8859_1.decode(start.duplicate().flip()).toString().lines().findFirst();
            if (line.orElse("").contains(slow)) {
                Thread.sleep(DELAY);
                if (hasGone(client, start)) {
                    return;
                }
            }
            write(start.flip(), behind);
            pass(client, behind);
        } catch (IOException _) {
            // One side went away; the other sees the end of it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param start takes what else has come
     */
    private static boolean hasGone(SocketChannel client, ByteBuffer start) throws IOException {
        client.configureBlocking(false);
        int read;
        do {
            read = client.read(start);
        } while (read > 0);
        client.configureBlocking(true);
        return read < 0;
    }

    /** Both ways, to the end of both. */
    static void pass(SocketChannel client, SocketChannel behind) throws InterruptedException {
        var answers = Thread.ofVirtual().start(() -> copy(behind, client));
        copy(client, behind);
        answers.join();
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        var buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (from.read(buffer.clear()) >= 0) {
                write(buffer.flip(), to);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // As above.
        }
    }

    private static void write(ByteBuffer buffer, SocketChannel to) throws IOException {
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }
}
