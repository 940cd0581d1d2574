package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on the network who does not have the key. */
@ExtendWith(Lab.Up.class)
class StrangerIT {

    private static final int PORT = 7800;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (TCP|UDP),? (7800|any free one|the one of --[a-z-]+)");
    private static final Pattern SOCKET =
            Pattern.compile("(tcp|udp) .* (\\S+):([0-9]+) +\\S+:\\* +users:.*pid=([0-9]+),.*");

    private final Lab lab;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    StrangerIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void clean() {
        lab.mend();
    }

    @Test
    void thePortsOfAnAgentAreThoseThatTheDocumentLists() throws Exception {
        var listed =
                ROW.matcher(Files.readString(DOCUMENT).replace("`", ""))
                        .results()
                        .map(row -> row.group(1) + " " + row.group(2))
                        .collect(toCollection(TreeSet::new));
        var agent = AgentProcess.of(lab, "a").pid();

        var open =
                lab.startOn("a", "ss", "-Hlntup").await().succeeded().lines().stream()
                        .map(SOCKET::matcher)
                        .filter(socket -> socket.matches() && socket.group(4).equals(agent))
                        .map(socket -> nameOf(socket.group(1), socket.group(2), socket.group(3)))
                        .collect(toCollection(TreeSet::new));

        // Of those that must be asked for, the tests' agents have HTTP.
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "TCP 7800", "UDP 7800", "UDP any free one", "TCP the one of --http");
        assertThat(listed)
                .containsAll(open)
                .contains("TCP any free one", "TCP the one of --docker-listen")
                .hasSize(6);
    }

    private static String nameOf(String protocol, String address, String port) {
        return switch (protocol + " " + address + " " + port) {
            case "tcp [::ffff:127.0.0.1] 8080" -> "TCP the one of --http";
            case String udp when protocol.equals("udp") && !port.equals(PORT + "") ->
                    "UDP any free one";
            case String _ -> protocol.toUpperCase(Locale.ROOT) + " " + port;
        };
    }

    @Test
    void whoReadsTheTrafficReadsNothingThatIsSaid() throws Exception {
        var capture = directory.resolve("traffic");
        var secret = "a-secret-between-hosts";
        try (var tcpdump =
                lab.startOn(
                        "b",
                        "tcpdump",
                        "-U",
                        "-Z",
                        "root",
                        "-i",
                        "eth0",
                        "-w",
                        capture.toString())) {
            await().atMost(SOON).until(() -> Files.exists(capture) && Files.size(capture) > 0);
            var web =
                    herd(
                            "run",
                            "-d",
                            "--node",
                            "b",
                            "--name",
                            "web",
                            "-e",
                            "WORD=" + secret,
                            "busybox",
                            "sleep",
                            "1000");
            web.succeeded();
            assertThat(herd("exec", "web", "sh", "-c", "echo $WORD").succeeded().out())
                    .isEqualTo(secret + "\n");
            assertThat(herd("inspect", "web").succeeded().out()).contains(secret);
            // What is said in the clear is seen.
            sayInTheClear("b", "a-word-in-the-clear");

            await().atMost(SOON)
                    .until(() ->
                            Files.readString(capture, ISO_8859_1).contains("a-word-in-the-clear"));
            tcpdump.terminate();
            tcpdump.await();
        }

        assertThat(Files.readString(capture, ISO_8859_1)).doesNotContain(secret);
    }

    private Run.Ended herd(String... arguments) {
        var command = new ArrayList<String>();
        command.add(lab.herd().toString());
        command.addAll(Arrays.asList(arguments));
        return Run.start(lab.beside("a"), command.toArray(String[]::new)).await();
    }

    private void sayInTheClear(String host, String word) throws IOException {
        var bytes = word.getBytes(UTF_8);
        try (var socket = new DatagramSocket()) {
            socket.send(
                    new DatagramPacket(
                            bytes, bytes.length, InetAddress.getByName(lab.address(host)), 9));
        }
    }

    @Test
    void aFloodKeepsNobodyFromJoiningAndLeavesNothing() throws Exception {
        var agent = AgentProcess.of(lab, "a");
        herd("node", "ls").succeeded();
        long before = agent.sockets();
        var loggedBefore = lab.agent("a", "log").lines().size();
        var flood = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 600; i++) {
                flood.add(stranger(i));
            }
            // It joins, past all of them.
            var nodes = lab.herd("--direct", "node", "ls", "-q");

            assertThat(nodes.succeeded().lines()).containsExactly("a", "b", "c");
            // Nobody is let wait for ever, though the strangers stay.
            await().atMost(SOON).until(() -> agent.sockets() <= before + 8);
        } finally {
            for (var socket : flood) {
                socket.close();
            }
        }
        assertThat(lab.agent("a", "log").lines().size() - loggedBefore).isLessThan(50);
        assertThat(herd("node", "ls", "-q").succeeded().lines()).containsExactly("a", "b", "c");
    }

    /** One that says nothing, one that says anything, and one that announces the longest record. */
    private Socket stranger(int number) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(lab.address("a"), PORT), 5_000);
        try {
            switch (number % 3) {
                case 0 -> {}
                case 1 -> {
                    var anything = new byte[1_000];
                    new Random(number).nextBytes(anything);
                    socket.getOutputStream().write(anything);
                }
                // A TLS handshake record of 65,535 bytes, of which few come.
                default -> socket.getOutputStream().write(new byte[] {22, 3, 3, -1, -1, 1, -1, -1});
            }
        } catch (IOException e) {
            // It was thrown out to make room for another.
            assertThat(e).hasMessageMatching("(?i).*(broken pipe|reset).*");
        }
        return socket;
    }
}
