package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers that are selected by filters instead of being named. */
class SelectionTest {

    private static final String LOST = "herd: node b: unreachable: lost\n";

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), Flowing.of(a))
                    .with("b", new LocalNode(new NodeName("b"), b), Flowing.of(b));
    private final MemoryConsole console = new MemoryConsole();

    @BeforeEach
    void aHerdHasThreeThatRunAndOneThatDoesNot() {
        create("web", "a", "app=shop", "--start");
        create("api", "b", "app=shop", "--start");
        create("still", "b", "app=shop");
        create("other", "b", "app=mail", "--start");
    }

    @Test
    void allThatFitAreStoppedAndStartedAndRemoved() {
        assertThat(herd("stop", "-f", "label=app=shop"))
                .isEqualTo(new Printed("a/web\nb/api\n", "", 0));
        assertThat(names("-f", "status=running")).isEqualTo("other\n");

        assertThat(herd("start", "-l", "app=shop").out()).isEqualTo("a/web\nb/api\nb/still\n");
        assertThat(herd("kill", "--filter", "name=api").out()).isEqualTo("b/api\n");
        assertThat(herd("restart", "-l", "app=shop", "-f", "name=api").out()).isEqualTo("b/api\n");

        assertThat(herd("rm", "-f", "--label", "app=shop").out())
                .isEqualTo("a/web\nb/api\nb/still\n");
        assertThat(names("-a")).isEqualTo("other\n");
    }

    @Test
    void onlyWhatCanBePausedIsPausedAndOnlyThatGoesOn() {
        herd("pause", "web");

        assertThat(herd("pause", "-l", "app=shop")).isEqualTo(new Printed("b/api\n", "", 0));
        assertThat(herd("unpause", "-f", "name=.")).isEqualTo(new Printed("a/web\nb/api\n", "", 0));
    }

    @Test
    void ownersAreAskedAtOnceAfterOneSearch() {
        int before = cluster.sent().size();

        herd("stop", "-l", "app=shop");

        assertThat(cluster.sent().subList(before, cluster.sent().size()))
                .extracting(it -> it.action())
                .hasExactlyElementsOfTypes(
                        Action.ListContainers.class,
                        Action.ListContainers.class,
                        Action.StopContainer.class,
                        Action.StopContainer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start", "stop", "restart", "kill", "pause", "unpause", "rm", "logs", "stats"
            })
    void thatNothingFitsIsSaidAndIsNoFailure(String command) {
        var printed = herd(command, "--filter", "label=app=none", "--label", "x=y");

        assertThat(printed.err()).isEqualTo("herd: no container fits label=app=none, label=x=y\n");
        assertThat(printed.exit()).isZero();
    }

    @Test
    void aNodeThatDoesNotAnswerTheSearchIsNamed() {
        cluster.lose("b");

        assertThat(herd("stop", "-l", "app=shop")).isEqualTo(new Printed("a/web\n", LOST, 3));
        assertThat(herd("stop", "-l", "app=mail"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: no container of the nodes that answered fits label=app=mail\n"
                                        + LOST,
                                3));
        assertThat(herd("logs", "-l", "app=shop").exit()).isEqualTo(3);
        assertThat(console.told()).isEqualTo(LOST);
        assertThat(herd("stats", "--no-stream", "-f", "name=web", "-q").exit()).isEqualTo(3);
    }

    @Test
    void aNodeThatIsGoneIsNamed() {
        cluster.die("z", Duration.ofMinutes(5), Optional.of(4));

        var printed = herd("rm", "-f", "--filter", "label=app=shop");

        assertThat(printed.out()).hasLineCount(3);
        assertThat(printed.err()).startsWith("herd: node z: unreachable: gone for 5 min");
        assertThat(printed.exit()).isEqualTo(3);
    }

    @Test
    void aFilterThatAllDaemonsCallWrongIsSaidOnce() {
        assertThat(herd("stop", "-f", "mood=good"))
                .isEqualTo(new Printed("", "herd: Invalid filter 'mood' (a, b)\n", 1));
    }

    @Test
    void aFilterThatNamesAContainerNeedsIt() {
        var printed = herd("stop", "-f", "since=nope");

        assertThat(printed.err()).startsWith("herd: no such container: nope\n");
        assertThat(printed.exit()).isEqualTo(4);
        assertThat(names()).hasLineCount(3);
    }

    @Test
    void whatFitsIsInspectedAndMeasured() {
        assertThat(herd("inspect", "-l", "app=shop", "--format", "{{.Name}}").out())
                .isEqualTo("/web\n/api\n/still\n");
        assertThat(herd("inspect", "-l", "app=none").out()).isEqualTo("[]\n");
        assertThat(herd("stats", "--no-stream", "-l", "app=shop", "--format", "{{.Name}}").out())
                .isEqualTo("web\napi\n");
    }

    @Test
    void aCommandIsRunInAllThatFitAndTheLargestCodeCounts() {
        int before = cluster.sent().size();

        assertThat(herd("exec", "-l", "app=shop", "sh", "-c", "exit 0"))
                .isEqualTo(new Printed("", "", 0));
        assertThat(herd("exec", "--all", "sh", "-c", "exit 7").exit()).isEqualTo(7);
        assertThat(herd("exec", "-d", "--all", "sh", "-l").exit()).isZero();

        assertThat(cluster.sent().subList(before, cluster.sent().size()))
                .filteredOn(it -> it.action() instanceof Action.StartExec)
                .hasSize(3);
        herd("kill", "--filter", "name=.");
        assertThat(herd("exec", "--all", "true"))
                .isEqualTo(new Printed("", "herd: no container runs\n", 0));
        assertThat(herd("exec", "-l", "app=none", "true"))
                .isEqualTo(new Printed("", "herd: no container fits label=app=none\n", 0));
    }

    @Test
    void aCommandThatCannotBeRunInOneHasDockersCode() {
        b.failNext(MemoryEngine.Call.EXEC, 1, new Failure(Kind.CONFLICT, "it is paused"));

        assertThat(herd("exec", "-d", "--all", "true").exit()).isEqualTo(125);
        assertThat(herd("exec", "-d", "--all", "nosuch").exit()).isEqualTo(127);
    }

    @Test
    void aNodeThatIsNotAskedToRunACommandIsNamed() {
        cluster.lose("b");

        assertThat(herd("exec", "--all", "sh", "-c", "exit 1").exit()).isEqualTo(3);
        assertThat(console.told()).isEqualTo(LOST);
        assertThat(herd("exec", "-d", "--all", "true")).isEqualTo(new Printed("", LOST, 3));
    }

    @Test
    void severalHaveNoTerminalAndNoInput() {
        assertThat(herd("exec", "-it", "--all", "sh").err())
                .isEqualTo(
                        "herd: -t is for one container: leave it out, or name a CONTAINER instead of --all\n");
        assertThat(herd("exec", "-i", "-l", "app=shop", "sh").err())
                .isEqualTo(
                        "herd: -i is for one container: leave it out, or name a CONTAINER instead of --filter\n");
        assertThat(herd("exec", "--all", "-l", "app=shop", "sh").err())
                .startsWith("herd: --all is one too many");
        assertThat(herd("exec", "-it", "--all", "sh").exit()).isEqualTo(125);
    }

    @Test
    void onlyTheNodesThatAreSelectedAreSearched() {
        assertThat(herd("stop", "--node", "b", "-l", "app=shop").out()).isEqualTo("b/api\n");
    }

    private String names(String... filter) {
        var words = new ArrayList<>(List.of("ps", "--format", "{{.Names}}"));
        words.addAll(List.of(filter));
        return herd(words.toArray(String[]::new)).out();
    }

    private void create(String name, String node, String label, String... more) {
        var words = new ArrayList<>(List.of("create", "--name", name, "--node", node, "-l", label));
        words.addAll(List.of(more));
        words.add("busybox");
        assertThat(herd(words.toArray(String[]::new)).exit()).isZero();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(Map.of(), Optional.empty(), console),
                arguments);
    }
}
