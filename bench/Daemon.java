import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * The smallest client that one daemon can have: a connection per request, no deadlines, no JSON but
 * what a pattern finds.
 *
 * @param socket the daemon's Unix socket
 */
record Daemon(Path socket) {

    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");
    private static final Pattern CPUS = Pattern.compile("\"NCPU\":([0-9]+)");

    /** How many requests at once herd has under way at such a daemon. */
    int lanes() throws IOException {
        var cpus = CPUS.matcher(call("GET", "/info", ""));
        return cpus.find() ? Math.clamp(Integer.parseInt(cpus.group(1)) * 2L, 1, 16) : 1;
    }

    /** Creates a container and starts it. */
    void run(String form) throws IOException {
        var id = ids(call("POST", "/containers/create", form)).getFirst();
        call("POST", "/containers/" + id + "/start", "");
    }

    void remove(String id) throws IOException {
        call("DELETE", "/containers/" + id + "?force=1", "");
    }

    /** All its containers, whoever created them. */
    List<String> containers() throws IOException {
        return ids(call("GET", "/containers/json?all=1", ""));
    }

    /** Counts down as containers start, until the connection is closed. */
    SocketChannel onStart(CountDownLatch starts) throws IOException {
        var filters = "%7B%22type%22%3A%5B%22container%22%5D%2C%22event%22%3A%5B%22start%22%5D%7D";
        var connection = send("GET", "/events?filters=" + filters, "");
        var events = new BufferedReader(new InputStreamReader(Channels.newInputStream(connection), UTF_8));
        while (!events.readLine().isEmpty()) {} // the head: from here on the daemon tells of everything
        Thread.ofVirtual().start(() -> {
            try {
                for (var line = events.readLine(); line != null; line = events.readLine()) {
                    if (line.startsWith("{")) {
                        starts.countDown();
                    }
                }
            } catch (IOException e) {
                // closed: nobody is interested any more
            }
        });
        return connection;
    }

    private static List<String> ids(String answer) {
        return ID.matcher(answer).results().map(it -> it.group(1)).toList();
    }

    private String call(String method, String path, String body) throws IOException {
        try (var connection = send(method, path, body)) {
            var answer = new String(Channels.newInputStream(connection).readAllBytes(), UTF_8);
            if (!answer.startsWith("HTTP/1.1 2")) {
                throw new IOException("%s %s %s: %s".formatted(socket, method, path, answer));
            }
            return answer;
        }
    }

    private SocketChannel send(String method, String path, String body) throws IOException {
        var connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        connection.connect(UnixDomainSocketAddress.of(socket));
        var request =
                "%s /v1.41%s HTTP/1.1\r\nHost: d\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(method, path, body.length(), body);
        connection.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
        return connection;
    }
}
