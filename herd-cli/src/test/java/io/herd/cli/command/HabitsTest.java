package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Streaming;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.stream.StreamHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fingers and scripts of docker's users type on containers and images that are there. */
class HabitsTest {

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox", "other:1");
    private final Queue<Streaming> opened = new ConcurrentLinkedQueue<>();
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), watched(a))
                    .with("b", new LocalNode(new NodeName("b"), b), watched(b));
    private final Map<String, String> environment = new HashMap<>();

    private StreamHandler watched(MemoryEngine engine) {
        var flowing = Flowing.of(engine);
        return (what, by, session) -> {
            opened.add(what);
            flowing.serve(what, by, session);
        };
    }

    @Test
    void theSignalThatStopsAContainerIsHandedToItsDaemon() {
        var id = create("web", "a", "--start");

        assertThat(herd("stop", "-s", "INT", "-t", "3", "web").out()).isEqualTo("web\n");
        assertThat(herd("restart", "--signal", "9", "web").out()).isEqualTo("web\n");

        assertThat(cluster.sent().stream().map(InProcessCluster.Sent::action))
                .contains(
                        new Action.StopContainer(id, Optional.of(3), Optional.of("INT")),
                        new Action.RestartContainer(id, Optional.empty(), Optional.of("9")));
    }

    @Test
    void itIsNoFailureThatWhatIsRemovedByForceIsNotThere() {
        create("web", "a", "--start");

        assertThat(herd("rm", "-f", "nosuch", "web"))
                .isEqualTo(new Printed("web\n", "herd: no such container: nosuch\n", 0));
        assertThat(herd("rm", "nosuch").exit()).isEqualTo(4);
    }

    @Test
    void whatIsRemovedByForceMayBeOnANodeThatDoesNotAnswer() {
        cluster.lose("b");

        assertThat(herd("rm", "-f", "nosuch"))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: node b: unreachable: lost
                                herd: no such container on the nodes that answered: nosuch
                                """,
                                3));
    }

    @Test
    void theLatestContainerIsThatOfTheWholeHerdInWhateverState() {
        create("first", "b");
        create("second", "a");
        create("third", "b");
        create("fourth", "a");
        create("last", "b");

        assertThat(herd("ps", "-l", "--format", "{{.Names}}").out()).isEqualTo("last\n");
        assertThat(herd("ps", "--latest", "-q").out()).hasSize(13);
        assertThat(herd("ps", "-n", "3", "--format", "{{.Names}}").out())
                .isEqualTo("last\nfourth\nthird\n");
        assertThat(herd("ps", "-l", "-n", "2", "-q").out().lines()).hasSize(2);
        assertThat(herd("ps", "-l", "-f", "name=second", "--format", "{{.Names}}").out())
                .isEqualTo("second\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n all", "--tail all", "--tail -1", "-n -5", "--tail=-1"})
    void allOfALogIsAskedForInDockersWays(String option) {
        create("web", "a", "--start");
        var words = ("logs " + option + " web").split(" ", -1);

        assertThat(herd(words)).isEqualTo(new Printed("", "", 0));

        assertThat(opened)
                .singleElement()
                .isInstanceOfSatisfying(
                        Streaming.Logs.class, logs -> assertThat(logs.tail()).isEmpty());
    }

    @Test
    void ofAnOptionThatIsGivenTwiceTheLastValueCounts() {
        environment.put("HERD_FORMAT", "{{.ID}}");
        create("web", "a", "--start");

        assertThat(herd("ps", "--format", "{{.ID}}", "--format", "{{.Names}}"))
                .isEqualTo(new Printed("web\n", "", 0));
        assertThat(herd("ps", "-a", "-a", "-q", "-q").out()).hasSize(13);
        assertThat(herd("--deadline", "1s", "ps", "--deadline", "2s", "-q").out()).hasSize(13);
        assertThat(herd("stop", "-t", "1", "-t", "2", "web").exit()).isZero();
        assertThat(cluster.sent().getLast().action())
                .isInstanceOfSatisfying(
                        Action.StopContainer.class,
                        stop -> assertThat(stop.graceSeconds()).contains(2));
    }

    @Test
    void ofAnOptionThatIsAListAllValuesCount() {
        create("web", "a", "-l", "x=1", "-l", "y=2");

        assertThat(herd("ps", "-aq", "-f", "label=x", "-f", "label=y").out()).hasSize(13);
        assertThat(herd("ps", "-aq", "-f", "label=x", "-f", "label=z").out()).isEmpty();
        assertThat(herd("ps", "-aq", "--node", "b", "--node", "a").out()).hasSize(13);
    }

    /** Creates a container; returns its id. */
    private String create(String name, String node, String... options) {
        var words = new ArrayList<>(List.of("container", "create", "--image", "busybox"));
        words.addAll(List.of("--name", name, "--node", node));
        words.addAll(List.of(options));
        var created = herd(words.toArray(String[]::new));
        assertThat(created.exit()).as(created.err()).isZero();
        return created.out().strip();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.of(home)),
                arguments);
    }
}
