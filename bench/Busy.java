import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays a Docker daemon that has many containers and starts more all the time, faster than a real
 * one can: what an agent asks of it, and its events.
 *
 * <p>java Busy.java SOCKET CONTAINERS STARTS-A-SECOND
 *
 * @param every nanoseconds from one start to the next
 */
record Busy(String containers, long every) {

    private static final String HEAD = "HTTP/1.1 %s\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n";
    private static final String INFO =
            """
            {"ID": "busy", "Name": "busy", "ServerVersion": "20.10.24", "NCPU": 2, "MemTotal": 1000000000, "Containers": %1$d,
             "ContainersRunning": %1$d, "ContainersPaused": 0, "ContainersStopped": 0, "Images": 1, "OSType": "linux",
             "Architecture": "x86_64", "OperatingSystem": "none", "KernelVersion": "0", "Driver": "overlay2", "Labels": []}""";
    private static final String VERSION =
            "{\"Version\": \"20.10.24\", \"ApiVersion\": \"1.41\", \"MinAPIVersion\": \"1.12\", \"Os\": \"linux\", \"Arch\": \"amd64\"}";
    private static final String CONTAINER =
            """
            {"Id": "%064x", "Names": ["/busy-%d"], "Image": "busybox", "ImageID": "sha256:0", "Command": "sleep 1000",
             "Created": 1700000000, "Ports": [], "Labels": {"some": "label", "com.example.project": "busy"}, "State": "running",
             "Status": "Up 2 hours", "HostConfig": {"NetworkMode": "default"}, "Mounts": [],
             "NetworkSettings": {"Networks": {"bridge": {"IPAddress": "172.17.0.2", "NetworkID": "0"}}}}""";
    private static final String EVENT =
            """
            {"status": "%1$s", "id": "%2$064x", "from": "busybox", "Type": "container", "Action": "%1$s", \
            "Actor": {"ID": "%2$064x", "Attributes": {"image": "busybox", "name": "busy-%2$d"}}, "scope": "local", \
            "time": %3$d, "timeNano": %3$d000000000}
            """;

    public static void main(String... arguments) throws IOException {
        int many = Integer.parseInt(arguments[1]);
        var all = IntStream.range(0, many).mapToObj(i -> String.format(Locale.ROOT, CONTAINER, i, i));
        var busy =
                new Busy(
                        all.collect(Collectors.joining(",", "[", "]")),
                        1_000_000_000L / Integer.parseInt(arguments[2]));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> busy.serve(client, many));
            }
        }
    }

    private void serve(SocketChannel client, int many) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(Channels.newInputStream(client), UTF_8));
            var out = Channels.newOutputStream(client);
            for (var request = in.readLine(); request != null; request = in.readLine()) {
                while (!in.readLine().isEmpty()) {} // the rest of the head; nobody sends a body
                var path = request.split(" ")[1].replaceFirst("^/v[0-9.]+", "").replaceFirst("[?].*", "");
                switch (path) {
                    case "/_ping" -> answer("200 OK", "OK", out);
                    case "/version" -> answer("200 OK", VERSION, out);
                    case "/info" -> answer("200 OK", INFO.formatted(many), out);
                    case "/containers/json" -> answer("200 OK", containers, out);
                    case "/images/json" -> answer("200 OK", "[]", out);
                    case "/events" -> events(out);
                    default -> answer("404 Not Found", "{\"message\": \"no such thing\"}", out);
                }
            }
        } catch (IOException e) {
            // The agent has closed the connection.
        }
    }

    private static void answer(String status, String body, OutputStream out) throws IOException {
        var bytes = body.getBytes(UTF_8);
        write((HEAD + "Content-Length: %d\r\n\r\n").formatted(status, bytes.length), out);
        out.write(bytes);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /** A container is created, starts and ends, again and again. */
    private void events(OutputStream out) throws IOException {
        write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").formatted("200 OK"), out);
        long next = System.nanoTime();
        for (long number = 0; ; number++) {
            for (var action : new String[] {"create", "start", "die"}) {
                var event = EVENT.formatted(action, number, System.currentTimeMillis() / 1_000);
                write("%x\r\n%s\r\n".formatted(event.length(), event), out);
            }
            next += every;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
