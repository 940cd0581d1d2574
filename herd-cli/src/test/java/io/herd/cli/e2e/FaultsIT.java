package io.herd.cli.e2e;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a herd of three does while one of them breaks. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class FaultsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Lab lab;

    FaultsIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void anAgentKilledDuringAListIsNamedAndTheOthersAreListed() {
        Lab.HOSTS.forEach(host ->
                lab.herd("container", "create", "--template", "test", "--start", "--node", host)
                        .succeeded());
        makeLast("c");
        // Frozen, it is sure to be asked and not to have answered when it dies.
        lab.freeze("c");
        try (var ls = lab.start("container", "ls", "--deadline", "20s")) {
            await().atMost(SOON).until(() -> isConnectedTo("c"));
            lab.agent("c", "kill");

            var listed = ls.await();

            assertThat(listed.took()).isLessThan(Duration.ofSeconds(20));
            assertThat(listed.err()).startsWith("herd: node c: ");
            assertThat(listed.exit()).isEqualTo(3);
            assertThat(listed.out())
                    .containsPattern(" a\n")
                    .containsPattern(" b\n")
                    .doesNotContainPattern(" c\n");
        }
    }

    @Test
    void anAgentKilledDuringABulkCreationIsNamedAndEveryContainerIsAccountedFor() {
        try (var create =
                lab.start("container", "create", "--template", "test", "-n", "12", "--start")) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !lab.docker("c", "ps", "-aq").lines().isEmpty());
            lab.agent("c", "kill");

            var created = create.await();

            assertThat(created.took()).isLessThan(Duration.ofSeconds(30));
            assertThat(created.err()).contains("herd: node c: ");
            assertThat(created.exit()).isEqualTo(3);
            var reported = new TreeSet<>(created.lines());
            var missing =
                    created.err()
                            .lines()
                            .filter(line -> line.startsWith("herd: instance "))
                            .count();
            assertThat(reported.size() + missing).isEqualTo(12);
            var there =
                    Lab.HOSTS.stream()
                            .flatMap(host -> ids(host).stream())
                            .collect(toCollection(TreeSet::new));
            assertThat(there).containsAll(reported);
            there.removeAll(reported);
            // What nobody reported is on the lost node, and the user was told where to look and for
            // which label.
            assertThat(ids("c")).containsAll(there);
            assertThat(missing).isGreaterThanOrEqualTo(there.size());
            if (!there.isEmpty()) {
                assertThat(created.err())
                        .containsPattern(
                                "it may exist on c: look there for the label herd.request=");
            }
        }
    }

    @Test
    void aFrozenAgentIsNamedByTheDeadline() {
        makeLast("b");
        lab.freeze("b");

        var listed = lab.herd("ps", "-a", "--deadline", "3s");

        assertThat(listed.err()).startsWith("herd: node b: ");
        assertThat(listed.exit()).isEqualTo(3);
    }

    @Test
    void aThawedAgentAnswersNothingFromItsOldView() {
        lab.agent("c", "stop");
        lab.freeze("b");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(lab.herd("node", "ls").out()).containsPattern("(?m)^b +gone "));
        lab.agent("c", "start");

        lab.agent("b", "thaw");

        // It does not know of c until it has found the others again, so it may not say that this is
        // all.
        await().atMost(SOON)
                .untilAsserted(() -> {
                    var seen = nodesSeenBeside("b");
                    if (!seen.lines().contains("c")) {
                        assertThatIsPart(seen);
                    }
                    seen.succeeded();
                });
    }

    // An error that is no failure of an assertion ends the wait at once.
    private static void assertThatIsPart(Run.Ended seen) {
        if (seen.exit() != 3 || !seen.err().startsWith("herd: node a: unreachable: ")) {
            throw new IllegalStateException("not said to be a part: " + seen);
        }
    }

    private Run.Ended nodesSeenBeside(String host) {
        return lab.startBeside(host, "node", "ls", "-q").await();
    }

    @Test
    void whileTheCoordinatorIsFrozenACommandWaitsForItsSuccessor() {
        makeLast("b");
        makeLast("c");
        lab.freeze("a");

        var nodes = lab.herd("node", "ls", "-q");

        assertThat(nodes.lines()).contains("b", "c");
        assertThat(nodes.took()).isLessThan(Duration.ofSeconds(16));
    }

    @Test
    void aHerdOfThreeWorksWithOne() {
        lab.agent("a", "kill");
        lab.agent("b", "stop");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(lab.herd("node", "ls").out())
                                .containsPattern("(?m)^a +gone ")
                                .doesNotContainPattern("(?m)^b ")
                                .containsPattern("(?m)^c +ready "));
        var created = lab.herd("container", "create", "--template", "test", "-n", "2").succeeded();

        assertThat(ids("c")).containsAll(created.lines());
    }

    @Test
    void aKilledNodeIsNamedUntilItIsBackOrForgotten() {
        var some = lab.docker("c", "create", "busybox", "sleep", "4").succeeded().out().strip();
        makeLast("c");
        // Meanwhile the other agents ask how many containers it has, and nobody else does.
        lab.docker("c", "start", "-a", some).succeeded();
        killedAndGone("c");
        assertThat(lab.herd("node", "ls", "--format", "{{.Name}} {{.Containers}}").lines())
                .contains("c " + ids("c").size());

        var listed = lab.herd("ps", "-a");
        assertThat(listed.err()).startsWith("herd: node c: unreachable: gone for ");
        assertThat(listed.exit()).isEqualTo(3);
        assertThat(lab.herd("stop", "nosuch").err()).contains("it may be on c");

        lab.agent("c", "start");
        await().atMost(SOON).until(() -> lab.herd("node", "ls").exit() == 0);
        killedAndGone("c");

        assertThat(lab.herd("node", "forget", "c").succeeded().lines()).containsExactly("c");
        assertThat(lab.herd("node", "ls", "-q").succeeded().lines()).containsExactly("a", "b");
    }

    @Test
    void anAgentThatIsStartedAgainWhileItsHostIsCutOffNamesTheOthers() {
        lab.script("link", "c", "cut").succeeded();
        lab.agent("c", "kill");
        lab.agent("c", "start");

        var listed = lab.startBeside("c", "ps", "-a").await();

        assertThat(listed.exit()).isEqualTo(3);
        assertThat(listed.err())
                .contains("node a: unreachable: gone for", "node b: unreachable: gone for");
        assertThat(lab.agent("c", "log").out())
                .contains("founded herd 'herd' alone; it had these nodes, too: a, b");
        lab.script("link", "c", "mend").succeeded();
        await().atMost(SOON).until(() -> lab.startBeside("c", "ps", "-a").await().exit() == 0);
    }

    private void killedAndGone(String host) {
        lab.agent(host, "kill");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(lab.herd("node", "ls").out())
                                .containsPattern("(?m)^" + host + " +gone "));
    }

    @Test
    void aDaemonThatIsDownIsSeenAndSeenToBeBack() {
        lab.daemon("b", "stop");

        var down = lab.herd("node", "ls");
        assertThat(down.exit()).isEqualTo(3);
        assertThat(down.out()).containsPattern("(?m)^b +daemon down ");
        assertThat(down.err()).contains("node b: cannot reach the Docker daemon at unix://");
        var listed = lab.herd("ps");
        assertThat(listed.exit()).isEqualTo(3);
        assertThat(listed.err()).startsWith("herd: node b: cannot reach the Docker daemon");
        var created = lab.herd("container", "create", "--template", "test", "-n", "2").succeeded();
        assertThat(created.lines()).hasSize(2);
        assertThat(created.err())
                .contains("node b was passed over: cannot reach the Docker daemon");

        lab.daemon("b", "start");
        assertThat(lab.herd("node", "ls").succeeded().out()).containsPattern("(?m)^b +ready ");
    }

    @Test
    void anAgentStartsAndJoinsWhileItsDaemonIsDown() {
        lab.agent("b", "stop");
        lab.daemon("b", "stop");
        lab.agent("b", "start");

        assertThat(lab.herd("node", "ls").out()).containsPattern("(?m)^b +daemon down ");
        assertThat(lab.agent("b", "log").out())
                .contains("the node stays in the herd until it is back");
    }

    @Test
    void anAgentThatHasNoDescriptorLeftSaysSoAndIsWellAgain() throws Exception {
        var agent = AgentProcess.of(lab, "c");
        agent.denyDescriptors();
        try {
            // What it has open goes on, whatever the limit; its daemon needs a new connection.
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(lab.ask("node", "ls").err())
                                    .contains("node c: ", "too many open files"));
            assertThat(lab.ask("node", "ls").out()).containsPattern("(?m)^b +ready ");
            lab.startBeside("c", "ps").await();
        } finally {
            agent.allowDescriptors();
        }

        assertThat(lab.herd("node", "ls").succeeded().out()).containsPattern("(?m)^c +ready ");
        assertThat(lab.startBeside("c", "ps").await().exit()).isZero();
    }

    @Test
    void aFrozenDaemonIsADaemonThatIsDown() {
        lab.daemon("c", "freeze");

        var nodes = lab.herd("node", "ls");

        assertThat(nodes.exit()).isEqualTo(3);
        assertThat(nodes.out()).containsPattern("(?m)^c +daemon down ");
        assertThat(nodes.err()).contains("did not answer within");
    }

    /**
     * The coordinator is whoever has been there longest; without one that answers nobody can join.
     */
    private void makeLast(String host) {
        lab.agent(host, "restart");
    }

    private List<String> ids(String host) {
        return lab.docker(host, "ps", "-aq", "--no-trunc").succeeded().lines();
    }

    /** Whether a process of this namespace has a connection to the agent of that host. */
    private boolean isConnectedTo(String host) {
        return Run.start(
                        Map.of(),
                        "ss",
                        "-Htn",
                        "state",
                        "established",
                        "dst",
                        lab.address(host) + ":7800")
                .await()
                .lines()
                .stream()
                .findAny()
                .isPresent();
    }
}
