package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action.PullImage;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.engine.MemoryEngine.Call;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several containers that one {@code run} creates. */
class RunSeveralTest {

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final MemoryEngine c = new MemoryEngine();
    private final InProcessCluster cluster = new InProcessCluster();
    private final MemoryConsole console = new MemoryConsole();

    RunSeveralTest() {
        Map.of("a", a, "b", b, "c", c)
                .forEach((name, engine) ->
                        cluster.with(
                                name,
                                new LocalNode(new NodeName(name), engine),
                                Flowing.of(engine)));
    }

    @Test
    void theyAreSpreadEvenlyAndRunAndTheImageIsPulledWhereItLacks() {
        var ran = herd("run", "-d", "-n", "6", "--name", "web", "busybox");

        assertThat(ran.out().lines()).hasSize(6);
        assertThat(ran.err()).isEqualTo("herd: created 2 on a, 2 on b, 2 on c\n");
        assertThat(ran.exit()).isZero();
        assertThat(running())
                .containsExactlyInAnyOrder(
                        "a/web-1", "b/web-2", "c/web-3", "a/web-4", "b/web-5", "c/web-6");
        assertThat(pulls()).containsExactly("c");
    }

    @Test
    void everyNodeGetsOne() {
        var ran = herd("run", "-d", "--all-nodes", "--name", "on-${node}", "busybox");

        assertThat(ran.err()).isEqualTo("herd: created 1 on a, 1 on b, 1 on c\n");
        assertThat(running()).containsExactlyInAnyOrder("a/on-a", "b/on-b", "c/on-c");
        assertThat(pulls()).containsExactly("c");
    }

    @Test
    void whatANodeHasAlreadyIsOfNoAccount() {
        herd("run", "-d", "-n", "4", "--node", "a", "busybox");

        assertThat(herd("run", "-d", "--all-nodes", "busybox").err())
                .isEqualTo("herd: created 1 on a, 1 on b, 1 on c\n");
    }

    @Test
    void allNodesPullIfTheyAlwaysShall() {
        herd("run", "-d", "--all-nodes", "--pull", "always", "busybox");

        assertThat(pulls()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aNodeThatMustNotPullIsNamedAndTheOthersServe() {
        var ran = herd("run", "-d", "--all-nodes", "--pull", "never", "busybox");

        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.err()).contains("instance 3: c: No such image: busybox:latest");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void aNodeThatCannotPullGetsNone() {
        c.failNext(Call.PULL, 1, new Failure(Kind.DAEMON_ERROR, "no route to registry"));

        var each = herd("run", "-d", "--all-nodes", "busybox");

        assertThat(each.out().lines()).hasSize(2);
        assertThat(each.err()).contains("instance 3: c: no route to registry\n");
        assertThat(each.exit()).isEqualTo(3);
    }

    @Test
    void othersTakeWhatANodeThatCannotPullWasToGet() {
        c.failNext(Call.PULL, 1, new Failure(Kind.DAEMON_ERROR, "no route to registry"));

        var spread = herd("run", "-d", "-n", "4", "busybox");

        assertThat(spread.err())
                .isEqualTo(
                        """
                        herd: node c was passed over: no route to registry
                        herd: created 2 on a, 2 on b
                        """);
        assertThat(spread.exit()).isZero();
    }

    @Test
    void anImageThatNobodyCanPullIsSaidForEach() {
        for (var engine : List.of(a, b, c)) {
            engine.failNext(Call.PULL, 1, new Failure(Kind.NOT_FOUND, "pull access denied"));
        }

        var ran = herd("run", "-d", "-n", "3", "nope");

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .hasSize(3)
                .first()
                .isEqualTo("herd: instance 1: a, b, c: pull access denied");
        assertThat(ran.exit()).isEqualTo(125);
    }

    @Test
    void nodesThatCannotBeAskedAreNamed() {
        b.down();
        cluster.lose("c");
        cluster.die("d", Duration.ofMinutes(2), Optional.empty());

        var ran = herd("run", "-d", "--all-nodes", "busybox");

        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err())
                .contains("node b: ", "node c: unreachable: lost", "node d: unreachable: gone");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void nodesThatTakeNoNewContainersGetNone() {
        herd("node", "unregister", "b");
        herd("node", "update", "a", "--label-add", "disk=ssd");

        var ran =
                herd(
                        "run",
                        "-d",
                        "--all-nodes",
                        "--constraint",
                        "node.labels.disk==ssd",
                        "busybox");

        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err())
                .contains(
                        "node b was passed over: it is unregistered",
                        "node c was passed over: it does not fulfil node.labels.disk==ssd");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void ifNoNodeMayTakeOneItIsAnError() {
        var ran =
                herd(
                        "run",
                        "-d",
                        "--all-nodes",
                        "--constraint",
                        "node.labels.disk==ssd",
                        "busybox");

        assertThat(ran.err()).contains("instance 1: no node can take it");
        assertThat(ran.exit()).isEqualTo(125);
    }

    @Test
    void aNameThatIsTakenAnywhereIsNotMadeAgain() {
        herd("run", "-d", "--all-nodes", "--name", "web", "busybox");

        var again = herd("run", "-d", "--all-nodes", "--name", "web", "busybox");

        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("web-1: a: Conflict.", "web-3: c: Conflict.");
        assertThat(again.exit()).isEqualTo(125);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-it -n 2 busybox | -t is for one container: leave it out, or add -d",
                "-i --all-nodes busybox | -i is for one container: leave it out, or add -d",
                "-n 2 --all-nodes busybox | --all-nodes runs one on each node: leave it out, or -n 2",
                "-d -n 2 --cidfile /tmp/no busybox | --cidfile '/tmp/no' is for one ID",
                "-d -n 0 busybox | invalid number of instances '0': use 1 to"
            })
    void whatIsForOneIsRefused(String words, String why) {
        var refused = herd(("run " + words).split(" ", -1));

        assertThat(refused.err()).startsWith("herd: ").contains(why);
        assertThat(refused.exit()).isEqualTo(125);
        assertThat(cluster.sent()).isEmpty();
    }

    private List<String> running() {
        return herd("ps", "--format", "{{.Node}}/{{.Names}}").out().lines().toList();
    }

    private List<String> pulls() {
        return cluster.sent().stream()
                .filter(it -> it.action() instanceof PullImage)
                .map(it -> it.to().value())
                .toList();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(Map.of(), Optional.empty(), console),
                arguments);
    }
}
