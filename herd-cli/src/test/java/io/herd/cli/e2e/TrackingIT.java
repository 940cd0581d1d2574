package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the herd says of daemons that others use too, and that go and come back. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class TrackingIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final List<String> HOSTS = List.of("a", "b", "c");

    private static final String LOST = "the node stays in the herd until it is back";
    private static final String BACK = "is back at";

    private final Lab lab;

    TrackingIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void mend() {
        lab.up();
        lab.removeAllContainers();
    }

    @Test
    void whatIsDoneBehindTheHerdsBackShowsInTheNextList() {
        for (int made = 1; made <= 3; made++) {
            lab.docker("b", "run", "-d", "busybox", "sleep", "1000").succeeded();
            assertThat(containers("b")).isEqualTo(made);
        }
        lab.docker("b", "rm", "-f", lab.docker("b", "ps", "-lq").out().strip()).succeeded();
        assertThat(containers("b")).isEqualTo(2);
    }

    @Test
    void whatIsCreatedOnAnyNodeShowsInTheNextListAndCount() {
        for (var host : HOSTS) {
            var id =
                    lab.herd("container", "create", "--image", "busybox", "--node", host)
                            .succeeded()
                            .out()
                            .strip();
            assertThat(lab.herd("ps", "-aq", "--no-trunc").lines()).contains(id);
            assertThat(containers(host)).isEqualTo(1);
        }
    }

    @Test
    void aDaemonThatIsStartedAnewIsCountedAnew() {
        lab.docker("c", "create", "busybox").succeeded();
        assertThat(containers("c")).isEqualTo(1);
        int losses = logged("c", LOST);
        int returns = logged("c", BACK);
        lab.daemon("c", "kill");
        await().atMost(SOON).until(() -> logged("c", LOST) > losses);
        lab.daemon("c", "start");
        lab.docker("c", "create", "busybox").succeeded();

        assertThat(containers("c")).isEqualTo(2);
        await().atMost(SOON).until(() -> logged("c", BACK) > returns);
        assertThat(logged("c", LOST)).isEqualTo(losses + 1);
        lab.docker("c", "create", "busybox").succeeded();
        assertThat(containers("c")).isEqualTo(3);
    }

    @Test
    void aDaemonThatHangsIsLoggedAlthoughNobodyAsks() {
        int losses = logged("c", "did not answer within 2s; " + LOST);
        int returns = logged("c", BACK);
        lab.daemon("c", "freeze");

        await().atMost(SOON).until(() -> logged("c", "did not answer within 2s; " + LOST) > losses);
        assertThat(lab.herd("node", "ls").out()).containsPattern("(?m)^c +daemon down ");
        lab.daemon("c", "thaw");

        await().atMost(SOON).until(() -> logged("c", BACK) > returns);
        assertThat(lab.herd("node", "ls").out()).containsPattern("(?m)^c +ready ");
    }

    @Test
    void whoIsKilledWhileItWaitsForAContainerLeavesNothingBehind() {
        var id = lab.docker("b", "run", "-d", "busybox", "sleep", "1000").out().strip();
        int before = connections("b");
        try (var wait = lab.start("container", "wait", id)) {
            await().atMost(SOON).until(() -> wait.alive() && connections("b") > before);
        }

        await().atMost(SOON).until(() -> connections("b") == before);
    }

    private int containers(String host) {
        var count = lab.herd("node", "ls", "--node", host, "--format", "{{.Containers}}");
        return Integer.parseInt(count.succeeded().out().strip());
    }

    /** How many lines of its agent's log have this text. */
    private int logged(String host, String text) {
        return (int) lab.agent(host, "log").lines().stream().filter(l -> l.contains(text)).count();
    }

    /** How many connections its daemon has. */
    private int connections(String host) {
        var sockets = lab.startOn(host, "ss", "-Hx", "state", "connected").await().succeeded();
        return (int)
                sockets.lines().stream()
                        .filter(socket -> socket.contains("/" + host + "/docker.sock"))
                        .count();
    }
}
