package io.herd.herd;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action.CreateContainer;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.agent.LocalNode;
import io.herd.cluster.Handler;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Instance.Made;
import io.herd.herd.Instance.Missing;
import io.herd.json.ContainerJson;
import io.herd.model.Container;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BulkCreationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final NodeName C = new NodeName("c");

    private final Map<NodeName, MemoryEngine> engines =
            new TreeMap<>(
                    Map.of(
                            A,
                            new MemoryEngine("busybox"),
                            B,
                            new MemoryEngine("busybox"),
                            C,
                            new MemoryEngine("busybox")));
    private final InProcessCluster cluster = new InProcessCluster();

    BulkCreationTest() {
        engines.forEach((name, engine) -> cluster.with(name.value(), new LocalNode(name, engine)));
    }

    @Test
    void theInstancesAreSpreadEvenly() throws Exception {
        var creation = create(order(7));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 3L, B, 2L, C, 2L));
        assertThat(creation.account().complete()).isTrue();
    }

    @Test
    void whatIsThereAlreadyCounts() throws Exception {
        engine(A).create(Optional.empty(), form(), Deadline.in(TIMEOUT));
        engine(A).create(Optional.empty(), form(), Deadline.in(TIMEOUT));

        assertThat(perNode(create(order(4)))).isEqualTo(Map.of(B, 2L, C, 2L));
    }

    @Test
    void instancesAreReportedInTheirOrderWithTheirNames() throws Exception {
        var creation =
                create(new Order("r", form(), Optional.empty(), Optional.of("web"), 3, false));

        assertThat(creation.instances())
                .extracting(instance -> ((Made) instance).name().orElseThrow())
                .containsExactly("web-1", "web-2", "web-3");
    }

    @Test
    void oneInstanceKeepsItsNameAsItIs() throws Exception {
        var creation =
                create(new Order("r", form(), Optional.empty(), Optional.of("web"), 1, false));

        assertThat(creation.instances())
                .extracting(i -> ((Made) i).name().orElseThrow())
                .containsExactly("web");
    }

    @Test
    void theyCarryTheirRequestTheirTemplateAndTheirNumber() throws Exception {
        create(new Order("r-1", form(), Optional.of("test"), Optional.empty(), 2, false));

        assertThat(containers())
                .hasSize(2)
                .allSatisfy(container ->
                        assertThat(container.raw().text())
                                .contains(
                                        "\"herd.request\":\"r-1\"",
                                        "\"herd.template\":\"test\"",
                                        "\"herd.instance\":"));
    }

    @Test
    void theyRunIfTheyWereToStart() throws Exception {
        create(new Order("r", form(), Optional.empty(), Optional.empty(), 3, true));

        assertThat(containers())
                .hasSize(3)
                .allMatch(container -> container.state().equals("running"));
    }

    @Test
    void aNodeWithoutTheImageIsReplacedByAnother() throws Exception {
        replace(B, new MemoryEngine());

        var creation = create(order(6));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 3L, C, 3L));
    }

    @Test
    void anImageThatIsNowhereIsReportedForEachInstanceInTheDaemonsWords() throws Exception {
        var creation =
                create(
                        new Order(
                                "r",
                                new RawJson("{\"Image\":\"nope\"}"),
                                Optional.empty(),
                                Optional.empty(),
                                2,
                                false));

        assertThat(creation.instances())
                .hasSize(2)
                .allSatisfy(instance ->
                        assertThat(instance)
                                .isInstanceOfSatisfying(
                                        Missing.class,
                                        missing ->
                                                assertThat(missing.attempts())
                                                        .hasSize(3)
                                                        .allSatisfy(attempt ->
                                                                assertThat(
                                                                                Outcomes.trouble(
                                                                                        attempt
                                                                                                .outcome()))
                                                                        .contains(
                                                                                "No such image: nope:latest"))));
        assertThat(containers()).isEmpty();
    }

    @Test
    void aDaemonThatIsDownGetsNothingAndIsNamed() throws Exception {
        engine(C).down();

        var creation = create(order(4));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 2L, B, 2L));
        assertThat(creation.passedOver()).containsOnlyKeys(C);
    }

    @Test
    void aNodeThatDoesNotAnswerGetsNothingAndIsInTheAccount() throws Exception {
        cluster.freeze("c");

        var creation = create(order(4));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 2L, B, 2L));
        assertThat(creation.account().failed()).containsOnlyKeys(C);
    }

    @Test
    void aLostAnswerIsNeverTriedAgainElsewhereBecauseTheContainerMayExist() throws Exception {
        loseCreates(C);

        var creation = create(order(6));

        assertThat(creation.instances())
                .filteredOn(Missing.class::isInstance)
                .isNotEmpty()
                .allSatisfy(instance ->
                        assertThat(((Missing) instance).attempts())
                                .singleElement()
                                .matches(Instance.Attempt::open));
        assertThat(creation.account().failed()).containsOnlyKeys(C);
        var made = creation.instances().stream().filter(Made.class::isInstance).count();
        var missing = creation.instances().stream().filter(Missing.class::isInstance).count();
        assertThat(made + missing).isEqualTo(6);
        // What was lost exists on c; everything else was reported.
        assertThat(containers()).hasSize((int) (made + missing));
    }

    @Test
    void anInstanceThatWasNeverSentIsMadeElsewhere() throws Exception {
        var real = new LocalNode(C, engine(C));
        cluster.with(
                "c",
                (action, deadline) -> {
                    var outcome = real.handle(action, deadline);
                    cluster.leave("c");
                    return outcome;
                });

        var creation = create(order(3));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 2L, B, 1L));
        assertThat(creation.account().failed()).containsOnlyKeys(C);
    }

    @Test
    void aNameInUseIsNotTakenElsewhere() throws Exception {
        engine(A).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));
        engine(B).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));
        engine(C).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));

        var creation =
                create(new Order("r", form(), Optional.empty(), Optional.of("web"), 1, false));

        assertThat(creation.instances())
                .singleElement()
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.attempts()).hasSize(1));
    }

    @Test
    void aContainerThatDoesNotStartIsReportedAsMade() throws Exception {
        engine(A)
                .failNext(
                        MemoryEngine.Call.START,
                        1,
                        new Failure(Failure.Kind.DAEMON_ERROR, "port is taken"));

        var creation = create(new Order("r", form(), Optional.empty(), Optional.empty(), 1, true));

        assertThat(creation.instances())
                .singleElement()
                .isInstanceOfSatisfying(
                        Made.class,
                        made ->
                                assertThat(made.created().startFailure())
                                        .contains(
                                                new Failure(
                                                        Failure.Kind.DAEMON_ERROR,
                                                        "port is taken")));
    }

    @Test
    void aDaemonThatFailsOnceLosesTheInstanceToAnother() throws Exception {
        engine(B)
                .failNextCreates(
                        1, new Failure(Failure.Kind.DAEMON_ERROR, "no space left on device"));

        var creation = create(order(3));

        assertThat(creation.instances()).allMatch(Made.class::isInstance);
        assertThat(containers()).hasSize(3);
    }

    private Creation create(Order order) throws Exception {
        return new Herd(cluster, TIMEOUT).create(new Selector.Everyone(), order);
    }

    private static Order order(int instances) {
        return new Order("r", form(), Optional.empty(), Optional.empty(), instances, false);
    }

    private static RawJson form() {
        return new RawJson("{\"Image\":\"busybox\"}");
    }

    private MemoryEngine engine(NodeName node) {
        return java.util.Objects.requireNonNull(engines.get(node));
    }

    private void replace(NodeName node, MemoryEngine engine) {
        engines.put(node, engine);
        cluster.with(node.value(), new LocalNode(node, engine));
    }

    /** The node does what it is asked to create, but its answer never comes. */
    private void loseCreates(NodeName node) {
        Handler real = new LocalNode(node, engine(node));
        cluster.with(
                node.value(),
                (action, deadline) -> {
                    var outcome = real.handle(action, deadline);
                    return action instanceof CreateContainer
                            ? new Outcome.Unreachable("lost")
                            : outcome;
                });
    }

    private List<Container> containers() throws Exception {
        var all = new ArrayList<Container>();
        for (var node : engines.entrySet()) {
            all.addAll(
                    ContainerJson.list(
                            node.getKey(), node.getValue().containers(true, Deadline.in(TIMEOUT))));
        }
        return all;
    }

    private static Map<NodeName, Long> perNode(Creation creation) {
        return creation.instances().stream()
                .filter(Made.class::isInstance)
                .collect(groupingBy(instance -> ((Made) instance).node(), counting()));
    }
}
