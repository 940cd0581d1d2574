package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The docker command with the whole herd as its daemon. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class DockerApiIT {

    private final Lab lab;

    DockerApiIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void hosts() {
        lab.up();
    }

    @AfterEach
    void tidy() {
        lab.removeAllContainers();
        lab.removeAllNetworksAndVolumes();
    }

    @Test
    void containersAreSpreadAndFoundFromAnywhere() {
        for (var name : List.of("one", "two", "three")) {
            docker("a", "run", "-d", "--name", name, "busybox", "sleep", "100").succeeded();
        }

        assertThat(docker("b", "ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactlyInAnyOrder("one", "two", "three");
        for (var host : Lab.HOSTS) {
            assertThat(lab.docker(host, "ps", "-q").succeeded().lines()).hasSize(1);
        }
        for (var name : List.of("one", "two", "three")) {
            assertThat(docker("c", "exec", name, "echo", "hello").succeeded().out())
                    .isEqualTo("hello\n");
        }
        assertThat(docker("c", "rm", "-f", "one", "two", "three").succeeded().lines())
                .containsExactly("one", "two", "three");
    }

    @Test
    void whatIsYoungerOrOlderIsSoInTheWholeHerd() {
        for (var host : Lab.HOSTS) {
            docker("a", "create", "--name", host + "/on-" + host, "busybox").succeeded();
        }

        assertThat(names("since=on-a")).containsExactlyInAnyOrder("on-b", "on-c");
        assertThat(names("before=on-c")).containsExactlyInAnyOrder("on-a", "on-b");
        assertThat(names("before=on-c", "since=on-a")).containsExactly("on-b");
        assertThat(names("since=on-c")).isEmpty();
        assertThat(docker("b", "ps", "-q", "-n", "1", "--filter", "before=on-b").lines())
                .hasSize(1);
        assertThat(docker("c", "ps", "--filter", "since=nix").err())
                .contains("No such container: nix");
        lab.docker("b", "tag", "busybox", "dated:1").succeeded();
        try {
            assertThat(docker("a", "images", "-q", "--filter", "since=dated:1").succeeded().lines())
                    .isEmpty();
        } finally {
            lab.docker("b", "rmi", "dated:1").succeeded();
        }
    }

    private List<String> names(String... filters) {
        var command = new ArrayList<>(List.of("ps", "-a", "--format", "{{.Names}}"));
        for (var filter : filters) {
            command.addAll(List.of("--filter", filter));
        }
        return docker("b", command.toArray(String[]::new)).succeeded().lines();
    }

    @Test
    void aNameIsGivenOnceInTheHerd() {
        docker("a", "run", "-d", "--name", "b/web", "busybox", "sleep", "100").succeeded();

        var second = docker("c", "create", "--name", "web", "busybox");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .contains(
                        "Conflict. The container name \"/web\" is already in use by container",
                        "on b");
        assertThat(lab.docker("b", "ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactly("web");
        docker("a", "create", "--name", "other", "busybox").succeeded();
        assertThat(docker("c", "rename", "other", "web").err()).contains("already in use");
        docker("c", "rename", "other", "third").succeeded();
    }

    @Test
    void whatDoesNotExistIsSaidInDockersWords() {
        assertThat(docker("a", "logs", "nix").err())
                .contains("Error response from daemon: No such container: nix");
        assertThat(docker("a", "network", "inspect", "nix").err()).contains("nix");
        assertThat(docker("a", "volume", "inspect", "nix").err()).contains("nix");
        assertThat(docker("a", "image", "inspect", "nix").err()).contains("No such image: nix");
        assertThat(docker("a", "node", "ls").err()).contains("This node is not a swarm manager");
        assertThat(lab.bash(curl("a") + " http://x/nix").out())
                .contains("{\"message\":\"page not found\"}");
        assertThat(lab.bash(curl("a") + " http://x/v1.99/info").out())
                .contains("client version 1.99 is too new. Maximum supported API version is 1.41");
        assertThat(lab.bash(curl("a") + " http://x/v1.9/info").out())
                .contains("client version 1.9 is too old. Minimum supported API version is 1.24");
    }

    @Test
    void aContainerGoesWhereItsNetworksAndVolumesAre() {
        docker("a", "network", "create", "net").succeeded();
        docker("c", "volume", "create", "data").succeeded();

        var written =
                docker(
                        "b",
                        "run",
                        "--rm",
                        "-v",
                        "data:/x",
                        "busybox",
                        "sh",
                        "-c",
                        "echo kept >/x/f");
        written.succeeded();
        docker("b", "run", "-d", "--name", "web", "--network", "net", "busybox", "sleep", "100")
                .succeeded();

        assertThat(docker("a", "run", "--rm", "-v", "data:/x", "busybox", "cat", "/x/f").out())
                .isEqualTo("kept\n");
        assertThat(lab.docker("a", "ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactly("web");
        var both =
                docker("b", "run", "--rm", "-v", "data:/x", "--network", "net", "busybox", "true");
        assertThat(both.exit()).isEqualTo(125);
        assertThat(both.err())
                .contains("cannot be on one node: network net is on a, volume data is on c");
        docker("b", "run", "--rm", "-v", "c/other:/x", "busybox", "true").succeeded();
        assertThat(lab.docker("c", "volume", "ls", "-q").succeeded().lines()).contains("other");
        docker("b", "run", "--rm", "--network", "a/net", "busybox", "true").succeeded();
        assertThat(docker("b", "network", "create", "net").err())
                .contains("network with name net already exists on a");
        assertThat(
                        docker(
                                        "b",
                                        "network",
                                        "inspect",
                                        "net",
                                        "-f",
                                        "{{index .Labels \"herd.node\"}}")
                                .out())
                .isEqualTo("a\n");
    }

    @Test
    void aLabelSaysWhere() {
        docker(
                        "a",
                        "run",
                        "-d",
                        "--name",
                        "web",
                        "--label",
                        "herd.node=c",
                        "busybox",
                        "sleep",
                        "100")
                .succeeded();

        assertThat(
                        lab.docker("c", "inspect", "web", "-f", "{{json .Config.Labels}}")
                                .succeeded()
                                .out())
                .doesNotContain("herd.node")
                .contains("\"herd.owner\":\"root\"");
        assertThat(
                        docker(
                                        "b",
                                        "inspect",
                                        "web",
                                        "-f",
                                        "{{index .Config.Labels \"herd.node\"}}")
                                .out())
                .isEqualTo("c\n");
        assertThat(docker("b", "ps", "-q", "--filter", "label=herd.node=a").succeeded().out())
                .isEmpty();
        assertThat(docker("b", "ps", "-q", "--filter", "label=herd.node=c").succeeded().lines())
                .hasSize(1);
        assertThat(docker("a", "create", "--label", "herd.node=z", "busybox").err())
                .contains("no such node: z");
    }

    @Test
    void inputAndOutputEndEachByThemselves() {
        assertThat(
                        lab.bash(
                                        "head -c 20000000 /dev/zero | docker -H %s run -i --rm --label herd.node=b busybox wc -c"
                                                .formatted(at("a")))
                                .succeeded()
                                .out())
                .isEqualTo("20000000\n");
        docker("a", "run", "-d", "--name", "c/web", "busybox", "sleep", "100").succeeded();
        assertThat(
                        lab.bash("echo in | docker -H %s exec -i web cat".formatted(at("b")))
                                .succeeded()
                                .out())
                .isEqualTo("in\n");
        assertThat(digestOfBusybox(at("a")))
                .isEqualTo(digestOfBusybox("unix://" + lab.socket("c")));
        assertThat(docker("a", "exec", "web", "sh", "-c", "exit 7").exit()).isEqualTo(7);
    }

    private String digestOfBusybox(String daemon) {
        return lab.bash("docker -H %s cp web:/bin/busybox - | sha256sum".formatted(daemon))
                .succeeded()
                .out();
    }

    @Test
    void aClientThatGoesLeavesNothingBehind() {
        docker("a", "run", "-d", "--name", "b/web", "busybox", "sleep", "100").succeeded();
        var before = connections("b");
        var follower = Run.start(Map.of("DOCKER_HOST", at("a")), "docker", "logs", "-f", "web");
        await().atMost(Duration.ofSeconds(10)).until(() -> connections("b") > before);

        follower.terminate();

        await().atMost(Duration.ofSeconds(10)).until(() -> connections("b") <= before);
    }

    @Test
    void theDaemonOfOneNodeIsReachedAsItIs() {
        docker("a", "run", "-d", "--name", "b/web", "busybox", "sleep", "100").succeeded();
        var there = curl("a") + " -H 'X-Herd-Node: b' http://x/containers/json";

        assertThat(lab.bash(there).out())
                .contains("\"Names\":[\"/web\"]")
                .doesNotContain("herd.node");
        assertThat(lab.bash(curl("a") + " http://x/node/c/containers/json").out())
                .isEqualTo("[]\n");
        assertThat(lab.bash(curl("a") + " http://x/node/z/info").out()).contains("no such node: z");
    }

    @Test
    void eventsOfAllNodesComeWithTheirNode() {
        docker("a", "run", "--name", "b/one", "busybox", "true").succeeded();
        docker("a", "run", "--name", "c/two", "busybox", "true").succeeded();

        // A daemon knows its events a little later than their containers.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> starts().containsAll(List.of("b/one", "c/two")));
    }

    private List<String> starts() {
        var form = "{{index .Actor.Attributes \"herd.node\"}}/{{.Actor.Attributes.name}}";
        return docker(
                        "a",
                        "events",
                        "--since",
                        "30s",
                        "--until",
                        "0s",
                        "--filter",
                        "event=start",
                        "--format",
                        form)
                .succeeded()
                .lines();
    }

    @Test
    void aNodeThatDoesNotAnswerIsNamed() {
        docker("a", "run", "-d", "--name", "b/web", "busybox", "sleep", "100").succeeded();
        lab.daemon("c", "freeze");
        try {
            assertThat(docker("a", "inspect", "web", "-f", "{{.Name}}").succeeded().out())
                    .isEqualTo("/web\n");
            assertThat(docker("a", "logs", "nix").err())
                    .contains("no such container: nix on a, b; c does not answer");
            for (var path : List.of("containers/json", "events?until=1")) {
                assertThat(lab.bash(curl("a") + " -i http://x/" + path).out())
                        .contains("X-Herd-Missing: c");
            }
            for (var path : List.of("json", "logs?stdout=1")) {
                assertThat(lab.bash(curl("a") + " -i http://x/containers/web/" + path).out())
                        .contains("Warning: 199 herd \"c: no answer, and it may have another");
            }
        } finally {
            lab.daemon("c", "thaw");
        }
    }

    @Test
    void aDaemonThatIsDownIsNamedAndHoldsUpNobody() {
        docker("a", "run", "-d", "--name", "b/web", "busybox", "sleep", "100").succeeded();
        lab.daemon("c", "stop");
        try {
            assertThat(docker("a", "ps", "--format", "{{.Names}}").succeeded().lines())
                    .containsExactly("web");
            assertThat(docker("a", "info").err()).contains("WARNING: c: ");
            assertThat(docker("a", "logs", "nix").err())
                    .contains("No such container: nix; c's daemon is down");
            docker("a", "run", "-d", "--name", "new", "busybox", "sleep", "100").succeeded();
            assertThat(docker("a", "run", "--label", "herd.node=c", "busybox", "true").err())
                    .contains("no node takes it: it is to be on c");
            assertThat(docker("c", "ps", "--format", "{{.Names}}").succeeded().lines())
                    .containsExactlyInAnyOrder("web", "new");
        } finally {
            lab.daemon("c", "start");
        }
    }

    @Test
    void ofTwoAgentsThatGiveANameAtOnceOneDoes() {
        var both =
                lab.bash(
                        """
                        for round in 1 2 3 4 5; do
                            docker -H %s create --name b/web$round busybox &
                            docker -H %s create --name c/web$round busybox &
                            wait
                        done\
                        """
                                .formatted(at("a"), at("b")));

        assertThat(both.err().lines().filter(it -> it.contains("is already in use"))).hasSize(5);
        assertThat(docker("c", "ps", "-a", "--format", "{{.Names}}").succeeded().lines())
                .containsExactlyInAnyOrder("web1", "web2", "web3", "web4", "web5");
    }

    @Test
    void whatIsWrongWithARequestADaemonSays() throws IOException {
        assertThat(docker("a", "ps", "--filter", "nix=1").err()).contains("Invalid filter 'nix'");
        assertThat(docker("a", "events", "--filter", "type=container", "--since", "x").err())
                .contains("parse");
        assertThat(
                        lab.bash(
                                        curl("a")
                                                + " -X POST -d '{' -H 'Content-Type: application/json' http://x/containers/create")
                                .out())
                .contains("unexpected EOF");
        assertThat(lab.bash(curl("a") + " 'http://x/containers/json?limit=x'").out())
                .contains("message");
        assertThat(lab.bash(curl("a") + " --path-as-is http://x/containers/../info").out())
                .contains("invalid path '/containers/../info'");
        assertThat(raw("a", "GET /%s HTTP/1.1\r\n\r\n".formatted("a".repeat(70_000))))
                .startsWith("HTTP/1.1 431 ");
        assertThat(raw("a", "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("a", "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(300) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void attachingWithoutAnUpgradeIsATunnelToo() throws IOException {
        docker("a", "create", "-i", "--name", "b/web", "busybox", "cat").succeeded();
        docker("a", "start", "web").succeeded();
        var head =
                """
                POST /containers/web/attach?stream=1&stdin=1&stdout=1 HTTP/1.1
                Host: x
                Content-Length: 0

                """;

        var said = raw("a", head.replace("\n", "\r\n") + "hello\n");

        assertThat(said).startsWith("HTTP/1.1 200 OK").endsWith("hello\n");
    }

    @Test
    void theBodyOfAnAttachIsNoInput() throws IOException {
        docker("a", "create", "-i", "--name", "b/web", "busybox", "cat").succeeded();
        docker("a", "start", "web").succeeded();
        var head =
                """
                POST /containers/web/attach?stream=1&stdin=1&stdout=1 HTTP/1.1
                Host: x
                Content-Type: application/json
                Content-Length: 15

                """;

        var said = raw("a", head.replace("\n", "\r\n") + "{\"stream\":true}hello\n");

        assertThat(said).startsWith("HTTP/1.1 200 OK").doesNotContain("true").endsWith("hello\n");
    }

    /** Says something to an agent, ends that side, and returns what it says until it ends. */
    private String raw(String host, String text) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(door(host)))) {
            Channels.newOutputStream(channel).write(text.getBytes(UTF_8));
            channel.shutdownOutput();
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        }
    }

    private Run.Ended docker(String host, String... arguments) {
        return Run.start(Map.of("DOCKER_HOST", at(host)), Lab.command("docker", arguments)).await();
    }

    private String at(String host) {
        return "unix://" + door(host);
    }

    private Path door(String host) {
        return lab.agentSocket(host).resolveSibling("herd-docker.sock");
    }

    private String curl(String host) {
        return "curl -s --unix-socket " + door(host);
    }

    /** How many connections a daemon has. */
    private long connections(String host) {
        var pid = lab.socket(host).resolveSibling("dockerd.pid");
        var list = lab.bash("ls -l /proc/$(<%s)/fd | grep -c socket:".formatted(pid));
        return Long.parseLong(list.out().strip());
    }
}
