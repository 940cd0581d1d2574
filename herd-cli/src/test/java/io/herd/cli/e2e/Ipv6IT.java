package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second herd on the lab's hosts, all of it by IPv6. */
@ExtendWith(Lab.Up.class)
class Ipv6IT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PORT = ":7906";

    @TempDir Path directory;

    private final Lab lab;
    private final List<Run> agents = new ArrayList<>();

    Ipv6IT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void end() {
        agents.forEach(Run::terminate);
        agents.forEach(Run::await);
    }

    @Test
    void agentsFindEachOtherByMulticastAndAreAskedByCommandsAndHttp() throws Exception {
        try (var daemon = new TcpDaemon(lab.socket("c"), InetAddress.ofLiteral("::1"))) {
            start(
                    "a",
                    lab.address6("a"),
                    docker("a"),
                    "--http",
                    "[::1]:8096",
                    "--http-anonymous",
                    "root");
            start("b", lab.address6("b"), docker("b"));
            // On this machine itself, which is on their network, too.
            var here = lab.address6("a").replaceFirst("::1$", "::fe");
            var more = new ArrayList<>(agent("c", here, "tcp://[::1]:" + daemon.port()));
            joined(Run.start(Map.of(), more.toArray(String[]::new)));

            var join = "[" + lab.address6("a") + "]" + PORT;
            awaitNodes(join, "a6", "b6", "c6");
            assertThat(herd(join, "node", "ls").succeeded().out())
                    .contains(join, "[" + lab.address6("b") + "]" + PORT, "[" + here + "]" + PORT)
                    .doesNotContain("down");
            assertThat(herd(join, "run", "-d", "--node", "c6", "--name", "v6", "busybox", "true"))
                    .satisfies(Run.Ended::succeeded);
            assertThat(herd(join, "ps", "-a").succeeded().out()).contains("v6", "c6");
            herd(join, "logs", "v6").succeeded();
            herd(join, "container", "rm", "-f", "v6").succeeded();
            assertThat(http("localhost:8096", "[::1]:8096")).contains("200");
            assertThat(http("[::1]:8096", "[::1]:8096")).contains("\"a6\",\"b6\",\"c6\"", "200");
            assertThat(http("evil.example", "[::1]:8096")).contains("403");
            assertThat(agents.getFirst().errSoFar()).contains("answering HTTP at [::1]:8096");
        }
    }

    @Test
    void linkLocalAddressesWorkWithTheirInterface() {
        var a = linkLocal("a");
        var b = linkLocal("b");
        start("a", a, docker("a"));
        start("b", b, docker("b"), "--join", "[" + a + "]" + PORT);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        lab.startOn(
                                                        "c",
                                                        command(
                                                                "[" + b + "]" + PORT,
                                                                "node",
                                                                "ls",
                                                                "-q"))
                                                .await()
                                                .lines())
                                .containsExactly("a6", "b6"));
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        var bind = "[" + lab.address6("a") + "]";

        assertThat(lab.herdElsewhere("agent", "--bind", bind).err())
                .contains("refusing to listen on " + lab.address6("a") + " without a key");
        assertThat(lab.herdElsewhere("agent", "--http", "[fd00::1]:80").err())
                .contains("refusing to listen for HTTP on fd00::1", "use 127.0.0.1:80 or [::1]:80");
        assertThat(lab.herdElsewhere("agent", "--docker", "tcp://::1:2375").err())
                .contains("invalid Docker endpoint 'tcp://::1:2375'", "tcp://[ADDRESS]:PORT");
        assertThat(lab.herdWith(Map.of("HERD_JOIN", "[::1"), "node", "ls").err())
                .contains("HERD_JOIN: invalid address '[::1'", "for IPv6 [ADDRESS]:PORT");
    }

    private void start(String host, String address, String docker, String... more) {
        joined(lab.startOn(host, agent(host, address, docker, more).toArray(String[]::new)));
    }

    // One after the other: two that begin at once found a herd each, which takes time to merge.
    private void joined(Run agent) {
        agents.add(agent);
        await().atMost(SOON).until(() -> agent.errSoFar().contains("joined herd"));
    }

    /** By multicast alone, unless more is said. */
    private List<String> agent(String host, String address, String docker, String... more) {
        var command =
                new ArrayList<>(
                        List.of(
                                "env",
                                "-u",
                                "HERD_JOIN",
                                lab.herd().toString(),
                                "agent",
                                "--name=" + host + 6,
                                "--cluster=v6",
                                "--key=" + lab.key(),
                                "--bind=[" + address + "]" + PORT,
                                "--socket=" + directory.resolve(host + ".sock"),
                                "--docker=" + docker));
        command.addAll(List.of(more));
        return command;
    }

    private String docker(String host) {
        return "unix://" + lab.socket(host);
    }

    private String linkLocal(String host) {
        var shown =
                lab.startOn(
                        host, "ip", "-6", "-o", "address", "show", "dev", "eth0", "scope", "link");
        return shown.await().succeeded().out().replaceFirst("(?s).* inet6 ([^/]+)/.*", "$1")
                + "%eth0";
    }

    private void awaitNodes(String join, String... nodes) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(herd(join, "node", "ls", "-q").lines()).containsExactly(nodes));
    }

    private Run.Ended herd(String join, String... arguments) {
        return Run.start(Map.of(), command(join, arguments)).await();
    }

    private String[] command(String join, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                lab.herd().toString(),
                                "--cluster=v6",
                                "--key=" + lab.key(),
                                "--join=" + join));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private String http(String host, String at) {
        return lab.startOn(
                        "a",
                        "curl",
                        "-sSg",
                        "-w",
                        "%{http_code}",
                        "-H",
                        "Host: " + host,
                        "http://" + at + "/ready")
                .await()
                .succeeded()
                .out();
    }
}
