import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes a daemon slow until closed: takes the place of its socket, and lets every connection, which
 * is one request of herd's, wait before it passes it on.
 */
final class Slowness implements AutoCloseable {

    private final Path front;
    private final Path behind;
    private final ServerSocketChannel server;

    Slowness(Path socket, Duration wait) throws IOException {
        front = socket;
        behind = socket.resolveSibling("behind.sock");
        Files.move(front, behind);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(front));
        Thread.ofVirtual().start(() -> accept(wait));
    }

    private void accept(Duration wait) {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client, wait));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SocketChannel client, Duration wait) {
        try (client;
                var daemon = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread.sleep(wait);
            daemon.connect(UnixDomainSocketAddress.of(behind));
            Thread.ofVirtual().start(() -> pass(client, daemon));
            pass(daemon, client);
        } catch (IOException | InterruptedException e) {
            // either side has gone
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        var bytes = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(bytes.clear()) >= 0) {
                to.write(bytes.flip());
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // either side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.delete(front);
        Files.move(behind, front);
    }
}
