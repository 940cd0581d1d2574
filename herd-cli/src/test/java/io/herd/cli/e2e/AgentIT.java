package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process: how it starts, what it refuses, how it ends. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class AgentIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir Path directory;

    private final Lab lab;

    AgentIT(Lab lab) {
        this.lab = lab;
    }

    @Test
    void aSecondAgentOfTheSameNameIsRefused() {
        try (var second =
                lab.startHerdOn(
                        "b", "agent", "--name", "a", "--bind", lab.address("b") + ":7900")) {
            var ended = second.await();

            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.err())
                    .contains(
                            "a node named 'a' is already in the herd", lab.address("a") + ":7800");
        }
        assertThat(lab.herd("node", "ls", "-q").succeeded().lines()).containsExactly("a", "b", "c");
    }

    @Test
    void aPortInUseIsNamed() {
        try (var second =
                lab.startHerdOn("b", "agent", "--name", "d", "--bind", lab.address("b"))) {
            var ended = second.await();

            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.err()).contains(lab.address("b") + ":7800");
        }
    }

    @Test
    void nothingListensBeyondLoopbackWithoutAKey() {
        var ended =
                lab.startOn(
                                "a",
                                "env",
                                "-u",
                                "HERD_KEY",
                                lab.herd().toString(),
                                "agent",
                                "--name",
                                "d",
                                "--bind",
                                lab.address("a") + ":7901")
                        .await();

        assertThat(ended.err()).contains("without a key").contains("herd key new");
        assertThat(ended.exit()).isEqualTo(1);
    }

    @Test
    void onTermItLeavesAndEndsWithZero() {
        try (var agent =
                lab.startHerdOn(
                        "b",
                        "agent",
                        "--name=d",
                        "--docker=unix:///nowhere.sock",
                        "--bind=" + lab.address("b") + ":7902")) {
            await().atMost(SOON).until(() -> agent.errSoFar().contains("joined herd"));
            await().atMost(SOON).until(() -> lab.herd("node", "ls", "-q").lines().contains("d"));
            long asked = System.nanoTime();
            agent.terminate();

            var ended = agent.await();

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(ended.exit()).isZero();
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).doesNotContain("Exception", "WARNING");
        }
        assertThat(lab.herd("node", "ls", "-q").succeeded().lines()).containsExactly("a", "b", "c");
    }

    @Test
    void aDockerBridgeIsNeverListenedOn() {
        // Each daemon has made one in its host's namespace.
        var ended =
                lab.startHerdOn("b", "agent", "--name", "d", "--bind", "172.17.0.1:7903").await();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("172.17.0.1", "docker bridge docker0");
    }

    @Test
    void onALanAgentsAndClientsFindEachOtherByMulticastAlone() {
        try (var first = startOnLan("a");
                var second = startOnLan("b")) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(first.errSoFar() + second.errSoFar())
                                    .containsPattern(
                                            "nodes: lan-a, lan-b|'lan-[ab]' at .* has joined"));

            var nodes =
                    lab.startOn("c", lan("node", "ls", "-q", "--bind", lab.address("c"))).await();

            assertThat(nodes.lines()).containsExactly("lan-a", "lan-b");
            assertThat(nodes.exit()).as("no daemon is where they look for it").isEqualTo(3);
            first.terminate();
            second.terminate();
        }
    }

    private Run startOnLan(String host) {
        return lab.startOn(
                host,
                lan(
                        "agent",
                        "--name",
                        "lan-" + host,
                        "--docker",
                        "unix:///nowhere.sock",
                        "--bind",
                        lab.address(host) + ":7950"));
    }

    private String[] lan(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "env",
                                "-u",
                                "HERD_JOIN",
                                "HERD_CLUSTER=lan",
                                lab.herd().toString()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    @Test
    void aHostOfItsOwnNeedsNoOptionAtAll() {
        // Port 7800 of this machine's loopback belongs to nobody in the lab: its hosts have a
        // loopback of their own.
        try (var agent = lab.startHerdAloneOn("c", "agent", "--name", "solo")) {
            await().atMost(SOON).until(() -> agent.errSoFar().contains("joined herd"));

            var nodes = lab.startHerdAloneOn("c", "node", "ls", "-q").await();

            assertThat(nodes.lines()).containsExactly("solo");
            assertThat(nodes.exit()).as("no daemon is where it looks for it").isEqualTo(3);
            agent.terminate();
        }
    }

    @Test
    void withoutAnAgentACommandFailsSoon() {
        var ended = lab.herdElsewhere("ps", "--join", "127.0.0.1:1");

        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.took()).isLessThan(Duration.ofSeconds(3));
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("herd: ").contains("127.0.0.1:1");
    }

    @Test
    void aWrongKeyIsToldFromNoAgent() throws Exception {
        var file = directory.resolve("key");
        assertThat(lab.herdElsewhere("key", "new", file.toString()).succeeded().out()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        var ended = lab.herd("ps", "--key", file.toString());

        assertThat(ended.exit()).isEqualTo(6);
        assertThat(ended.err()).contains("key");
    }
}
