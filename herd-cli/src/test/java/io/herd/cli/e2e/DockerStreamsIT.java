package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Streams of the docker command, by the agent of one host from a container of another. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class DockerStreamsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MEBIBYTES = 256;

    /** What an agent may keep at once, however much passes. */
    private static final long RUBBISH = 64 << 20;

    private static final int FOLLOWERS = 50;

    private final Lab lab;

    DockerStreamsIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void running() {
        lab.up();
        lab.startTicking("b", "web");
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void muchPassesInLittleMemory() {
        var asked = AgentProcess.of(lab, "a");
        var owner = AgentProcess.of(lab, "b");
        // So that what only comes with the first use is there.
        bash("echo x | docker exec -i web cat").succeeded();
        asked.forgetPeak();
        owner.forgetPeak();
        long before = asked.peak();
        long there = owner.peak();

        var through = bash("head -c MANYM /dev/zero | docker exec -i web cat | wc -c");
        bash("docker exec web dd if=/dev/zero of=/large bs=1M count=MANY 2>/dev/null").succeeded();
        var out = bash("docker cp web:/large - | tar -xO | wc -c");

        var all = String.valueOf((long) MEBIBYTES << 20);
        assertThat(through.succeeded().out().strip()).isEqualTo(all);
        assertThat(out.succeeded().out().strip()).isEqualTo(all);
        assertThat(asked.peak() - before).isLessThan(RUBBISH);
        assertThat(owner.peak() - there).isLessThan(RUBBISH);
    }

    @Test
    void aLargeContextIsBuiltInLittleMemory(@TempDir Path context) throws IOException {
        Files.writeString(context.resolve("Dockerfile"), "FROM busybox\nCOPY Dockerfile /\n");
        var agent = AgentProcess.of(lab, "a");
        var build = "DOCKER_BUILDKIT=0 docker build -q %s".formatted(context);
        var small = bash(build).succeeded().out().strip();
        agent.forgetPeak();
        long before = agent.peak();

        var made = bash("head -c 300M /dev/zero >%s/large; %s".formatted(context, build));

        assertThat(made.succeeded().out().strip()).isEqualTo(small);
        assertThat(agent.peak() - before).isLessThan(RUBBISH);
        lab.docker("a", "rmi", small).succeeded();
    }

    @Test
    void aTerminalHasTheSizeOfTheUsers() {
        var wanted = "until [ \"$(stty size)\" = \"31 101\" ]; do usleep 50000; done; echo it has";

        var ran =
                bash(
                        """
                        script -qefc "stty rows 31 cols 101; exec docker run -it --rm --name b/tty busybox sh -c '%s'" /dev/null
                        """
                                .formatted(wanted.replace("\"", "\\\"").replace("$", "\\$")));

        assertThat(ran.succeeded().out()).contains("it has");
    }

    @Test
    void manyFollowAtOnceAndLeaveNothingBehind() {
        var asked = AgentProcess.of(lab, "a");
        var owner = AgentProcess.of(lab, "b");
        // The first of all loads what stays.
        bash("docker logs web").succeeded();
        await().atMost(SOON).until(() -> asked.carrying().isEmpty() && owner.carrying().isEmpty());
        long before = asked.sockets() + owner.sockets();
        var followers = new ArrayList<Run>();
        for (int i = 0; i < FOLLOWERS; i++) {
            followers.add(Run.start(to("a"), "docker", "logs", "-f", "web"));
        }
        followers.add(Run.start(to("a"), "docker", "events"));
        try {
            await().atMost(SOON)
                    .until(() ->
                            followers.stream()
                                    .limit(FOLLOWERS)
                                    .allMatch(it -> it.outSoFar().contains("tick")));
        } finally {
            followers.forEach(Run::close);
        }

        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(asked.carrying()).isEmpty();
                    assertThat(owner.carrying()).isEmpty();
                    // One may be new between the agents themselves.
                    assertThat(asked.sockets() + owner.sockets()).isLessThanOrEqualTo(before + 1);
                });
    }

    @Test
    void aStreamWhoseAgentIsLostIsBroken() {
        try (var logs = Run.start(to("a"), "docker", "logs", "-f", "web")) {
            await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));

            lab.agent("b", "kill");

            var ended = logs.await(SOON);
            assertThat(ended.exit()).isNotZero();
            assertThat(ended.err()).contains("unexpected EOF");
        }
    }

    private Run.Ended bash(String line) {
        return Run.start(
                        to("a"),
                        "bash",
                        "-c",
                        "set -o pipefail; " + line.replace("MANY", String.valueOf(MEBIBYTES)))
                .await();
    }

    private Map<String, String> to(String host) {
        return Map.of(
                "DOCKER_HOST",
                "unix://" + lab.agentSocket(host).resolveSibling("herd-docker.sock"),
                "TERM",
                "xterm");
    }
}
