package io.herd.cli.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Fake Docker daemon with one container, at a Unix socket; answers as far as training needs it. */
public final class CannedDaemon implements AutoCloseable {

    private static final String ID = "0123456789abcdef".repeat(4);

    private final ServerSocketChannel server;

    private CannedDaemon(ServerSocketChannel server) {
        this.server = server;
    }

    /** Starts a daemon at this path. */
    public static CannedDaemon at(Path socket) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        var daemon = new CannedDaemon(server);
        Thread.ofPlatform().daemon().start(daemon::serve);
        return daemon;
    }

    /** Asks a daemon at this path something, and waits for all of its answer. */
    public static void ask(Path socket, String request) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var head = request + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
            Channels.newInputStream(channel).transferTo(OutputStream.nullOutputStream());
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                var asker = server.accept();
                Thread.ofPlatform().daemon().start(() -> answer(asker));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(SocketChannel asker) {
        try (asker) {
            var in = new BufferedReader(Channels.newReader(asker, UTF_8));
            var request = in.readLine();
            if (request != null) {
                asker.write(ByteBuffer.wrap(answer(request).getBytes(UTF_8)));
            }
        } catch (IOException e) {
            // The client is gone, and misses nothing.
        }
    }

    private static String answer(String request) {
        var path = request.split(" ", 3)[1].replaceFirst("^/v[0-9.]+", "");
        var body = body(path);
        var status = body.isEmpty() ? "404 Not Found" : "200 OK";
        return "HTTP/1.1 %s\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n"
                        .formatted(status)
                + "Connection: close\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body);
    }

    private static String body(String path) {
        if (path.startsWith("/_ping")) {
            return "OK";
        }
        if (path.startsWith("/version")) {
            return "{\"Version\":\"20.10\",\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}";
        }
        if (path.startsWith("/info")) {
            return "{\"ServerVersion\":\"20.10\",\"Containers\":1,\"ContainersRunning\":1,\"Images\":1,"
                    + "\"NCPU\":2,\"MemTotal\":1073741824}";
        }
        if (path.startsWith("/containers/json")) {
            return "[{\"Id\":\"%s\",\"Names\":[\"/web\"],\"Image\":\"busybox\",\"ImageID\":\"sha256:%s\","
                            .formatted(ID, ID)
                    + "\"Command\":\"sh\",\"Created\":1700000000,\"Ports\":[{\"IP\":\"0.0.0.0\",\"PrivatePort\":80,"
                    + "\"PublicPort\":80,\"Type\":\"tcp\"}],\"Labels\":{},\"State\":\"running\",\"Status\":\"Up\"}]";
        }
        if (path.startsWith("/containers/" + ID)) {
            return "{\"Id\":\"%s\",\"Name\":\"/web\"}".formatted(ID);
        }
        if (path.startsWith("/images/json")) {
            return "[{\"Id\":\"sha256:%s\",\"RepoTags\":[\"busybox:latest\"],\"Created\":1700000000,\"Size\":1}]"
                    .formatted(ID);
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
