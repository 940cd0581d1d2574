package io.herd.herd.creation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.RemoveContainer;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.agent.LocalNode;
import io.herd.cluster.Handler;
import io.herd.cluster.InProcessCluster;
import io.herd.concurrent.Background;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.Selector;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.Instance.Undone;
import io.herd.herd.creation.LostCreateLookup.Pace;
import io.herd.json.docker.ContainerJson;
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
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BulkCreationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Outcome LOST = new Outcome.Unreachable("lost");
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
        assertThat(creation.coverage().complete()).isTrue();
    }

    @Test
    void whatRunsAlreadyCounts() throws Exception {
        for (int i = 0; i < 2; i++) {
            var there = engine(A).create(Optional.empty(), form(), Deadline.in(TIMEOUT));
            engine(A).start(there.id(), Deadline.in(TIMEOUT));
        }

        assertThat(perNode(create(order(4)))).isEqualTo(Map.of(B, 2L, C, 2L));
    }

    @Test
    void aNameThatAnyNodeHasIsRefusedWithWhereItIs() throws Exception {
        var there = engine(C).create(Optional.of("web-2"), form(), Deadline.in(TIMEOUT));

        var creation = create(named("web", 3));

        assertThat(creation.instances().get(0)).isInstanceOf(Made.class);
        assertThat(creation.instances().get(2)).isInstanceOf(Made.class);
        assertThat(((Missing) creation.instances().get(1)).failures())
                .startsWith(
                        "c: Conflict. The container name \"/web-2\" is already in use by container \"%s\""
                                .formatted(there.id()));
        assertThat(creation.coverage().complete()).isTrue();
    }

    @Test
    void whoeverRepeatsACommandGetsNoSecondContainerOfAName() throws Exception {
        var names = named("web", 40);
        create(names);

        var again = create(names);

        assertThat(again.instances()).hasSize(40).allMatch(Missing.class::isInstance);
        assertThat(new Herd(cluster, TIMEOUT).plan(new Selector.Everyone(), names).planned())
                .isEmpty();
    }

    private static CreateRequest named(String name, int instances) {
        return new CreateRequest(
                "r", form(), Optional.empty(), Optional.of(name), instances, false);
    }

    @Test
    void instancesAreReportedInTheirOrderWithTheirNames() throws Exception {
        var creation =
                create(
                        new CreateRequest(
                                "r", form(), Optional.empty(), Optional.of("web"), 3, false));

        assertThat(creation.instances())
                .extracting(instance -> ((Made) instance).name().orElseThrow())
                .containsExactly("web-1", "web-2", "web-3");
    }

    @Test
    void oneInstanceKeepsItsNameAsItIs() throws Exception {
        var creation =
                create(
                        new CreateRequest(
                                "r", form(), Optional.empty(), Optional.of("web"), 1, false));

        assertThat(creation.instances())
                .extracting(i -> ((Made) i).name().orElseThrow())
                .containsExactly("web");
    }

    @Test
    void theyCarryTheirRequestTheirTemplateAndTheirNumber() throws Exception {
        create(new CreateRequest("r-1", form(), Optional.of("test"), Optional.empty(), 2, false));

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
        create(new CreateRequest("r", form(), Optional.empty(), Optional.empty(), 3, true));

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
                        new CreateRequest(
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
        assertThat(creation.coverage().failed()).containsOnlyKeys(C);
    }

    @Test
    void aLostAnswerIsLookedUpAndTheContainerCounts() throws Exception {
        onC((action, real) -> {
            var outcome = real.get();
            return action instanceof CreateContainer ? LOST : outcome;
        });

        var creation =
                create(
                        new CreateRequest(
                                "r", form(), Optional.empty(), Optional.of("web"), 6, true));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 2L, B, 2L, C, 2L));
        assertThat(creation.coverage().complete()).isTrue();
        assertThat(containers()).hasSize(6);
    }

    @Test
    void aLostAnswerIsNotTriedElsewhereWhileTheContainerMayExist() throws Exception {
        onC((action, real) -> {
            if (action instanceof DescribeNode) {
                return real.get();
            }
            var _ = real.get();
            return LOST;
        });

        var creation = impatient(order(6));

        var missing = creation.instances().stream().filter(Missing.class::isInstance).toList();
        assertThat(missing)
                .hasSizeBetween(1, 2)
                .allSatisfy(instance ->
                        assertThat(((Missing) instance).attempts())
                                .singleElement()
                                .matches(Instance.Attempt::open));
        assertThat(creation.coverage().failed()).containsOnlyKeys(C);
        // What was lost exists on c; everything else was reported.
        assertThat(containers()).hasSize(6);
    }

    @Test
    void aLostRequestThatSurelyDidNothingIsTriedElsewhere() throws Exception {
        onC((action, real) -> action instanceof CreateContainer ? LOST : real.get());

        var creation = impatient(order(3));

        assertThat(creation.instances()).allMatch(Made.class::isInstance);
        assertThat(containers()).hasSize(3);
    }

    @Test
    void whatALateAgentIsStillCreatingIsWaitedFor() throws Exception {
        engine(C).delay(MemoryEngine.Call.CREATE, Duration.ofMillis(600));
        var node = new LocalNode(C, engine(C));
        cluster.with(
                "c",
                (action, deadline) -> {
                    // As an agent that was frozen: for it, the time begins when it goes on.
                    var its = Deadline.in(TIMEOUT);
                    return action instanceof CreateContainer
                            ? Background.startVirtual("late", () -> node.handle(action, its))
                                    .await(deadline)
                                    .orElse(LOST)
                            : node.handle(action, deadline);
                });

        var creation = impatient(order(3));

        assertThat(perNode(creation)).isEqualTo(Map.of(A, 1L, B, 1L, C, 1L));
        assertThat(containers()).hasSize(3);
    }

    @Test
    void whatTheDaemonWasStillAtIsNeverTriedElsewhere() throws Exception {
        engine(C).failNextCreates(1, new Failure(Failure.Kind.DAEMON_TIMEOUT, "no answer in time"));

        var creation = impatient(order(3));

        assertThat(creation.instances())
                .filteredOn(Missing.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing ->
                                assertThat(missing.attempts())
                                        .singleElement()
                                        .matches(Instance.Attempt::open));
    }

    @Test
    void aNodeThatGaveNoAnswerIsAskedForNoMore() throws Exception {
        onC((action, real) ->
                action instanceof DescribeNode
                        ? real.get()
                        : new Outcome.TimedOut(Duration.ofSeconds(1)));

        var creation = impatient(order(60));

        assertThat(cluster.sent())
                .filteredOn(sent -> sent.to().equals(C) && sent.action() instanceof CreateContainer)
                .hasSizeLessThanOrEqualTo(4);
        assertThat(creation.instances())
                .filteredOn(Made.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(56);
    }

    @Test
    void aRepeatedRequestCreatesOnlyWhatIsMissing() throws Exception {
        create(repeatable(2, false));

        var again = create(repeatable(5, true));

        assertThat(again.instances())
                .extracting(instance -> ((Made) instance).existed())
                .containsExactly(true, true, false, false, false);
        assertThat(containers())
                .hasSize(5)
                .allMatch(container -> container.state().equals("running"));
        assertThat(create(repeatable(5, true)).instances())
                .allMatch(instance -> ((Made) instance).existed());
    }

    @Test
    void whatMayBeOnASilentNodeIsNotCreatedBlindly() throws Exception {
        create(repeatable(3, false));
        engine(C).down();

        var again = create(repeatable(3, false));

        assertThat(again.instances())
                .extracting(instance -> instance.getClass().getSimpleName())
                .containsExactly("Made", "Made", "Unsure");
        assertThat(again.coverage().failed()).containsOnlyKeys(C);
        engine(C).up();
        assertThat(containers()).hasSize(3);
    }

    @Test
    void aSilentNodeIsOfNoAccountIfNothingIsMissing() throws Exception {
        create(repeatable(2, false));
        cluster.lose("c");

        assertThat(create(repeatable(2, false)).coverage().complete()).isTrue();
    }

    @Test
    void anInstanceThatIsThereTwiceIsReported() throws Exception {
        create(repeatable(1, false));
        var form = ContainerJson.withLabels(form(), repeatable(1, false).labelsOf(1));
        engine(B).create(Optional.of("other"), form, Deadline.in(TIMEOUT));

        var again = create(repeatable(1, false));

        assertThat(again.instances()).singleElement().isInstanceOf(Made.class);
        assertThat(again.doubles())
                .extracting(ContainerLocation::toString)
                .containsExactly("b/other");
    }

    @Test
    void ifOneFailsAllOrNothingLeavesNothing() throws Exception {
        create(new CreateRequest("x", form(), Optional.empty(), Optional.of("web-2"), 1, false));
        engine(B).create(Optional.of("web-2"), form(), Deadline.in(TIMEOUT));
        engine(C).create(Optional.of("web-2"), form(), Deadline.in(TIMEOUT));

        var creation = create(allOrNothing());

        assertThat(creation.instances())
                .extracting(instance -> instance.getClass().getSimpleName())
                .containsExactly("Undone", "Missing", "Undone");
        assertThat(containers()).extracting(c -> c.names().getFirst()).containsOnly("web-2");
    }

    @Test
    void whatCannotBeRemovedAgainIsNamed() throws Exception {
        engine(B).failNextCreates(1, new Failure(Failure.Kind.CONFLICT, "name in use"));
        onC((action, real) -> action instanceof RemoveContainer ? LOST : real.get());

        var creation = create(allOrNothing());

        assertThat(creation.instances())
                .filteredOn(Undone.class::isInstance)
                .extracting(instance -> ((Undone) instance).remains())
                .containsExactly(false, true);
        assertThat(containers()).hasSize(1);
    }

    @Test
    void aPlanChangesNothing() throws Exception {
        create(repeatable(2, false));

        var plan = new Herd(cluster, TIMEOUT).plan(new Selector.Everyone(), repeatable(4, true));

        assertThat(plan.planned())
                .extracting(planned -> planned.number() + " " + planned.node())
                .containsExactly("3 c", "4 a");
        assertThat(plan.others()).hasSize(2).allMatch(Made.class::isInstance);
        assertThat(containers()).hasSize(2).noneMatch(c -> c.state().equals("running"));
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
        assertThat(creation.coverage().failed()).containsOnlyKeys(C);
    }

    @Test
    void aNameInUseIsNotTakenElsewhere() throws Exception {
        engine(A).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));
        engine(B).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));
        engine(C).create(Optional.of("web"), form(), Deadline.in(TIMEOUT));

        var creation =
                create(
                        new CreateRequest(
                                "r", form(), Optional.empty(), Optional.of("web"), 1, false));

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

        var creation =
                create(new CreateRequest("r", form(), Optional.empty(), Optional.empty(), 1, true));

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

    private Creation create(CreateRequest order) throws Exception {
        return new Herd(cluster, TIMEOUT).create(new Selector.Everyone(), order);
    }

    private Creation impatient(CreateRequest order) {
        var time = Duration.ofMillis(100);
        return new BulkCreation(
                        cluster,
                        time,
                        order,
                        new Pace(time, time, time.multipliedBy(20)),
                        Progress.UNHEARD)
                .on(new TreeSet<>(engines.keySet()));
    }

    private static CreateRequest repeatable(int instances, boolean start) {
        return new CreateRequest(
                "again",
                form(),
                Optional.empty(),
                Optional.empty(),
                instances,
                start,
                Map.of(),
                new CreateOptions(true, false, Optional.empty(), List.of()));
    }

    private static CreateRequest allOrNothing() {
        return new CreateRequest(
                "all",
                form(),
                Optional.empty(),
                Optional.of("web"),
                3,
                true,
                Map.of(),
                new CreateOptions(false, true, Optional.empty(), List.of()));
    }

    private static CreateRequest order(int instances) {
        return new CreateRequest("r", form(), Optional.empty(), Optional.empty(), instances, false);
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

    /** What c answers in place of what it really did, or without doing it. */
    private void onC(BiFunction<Action, Supplier<Outcome>, Outcome> answer) {
        Handler real = new LocalNode(C, engine(C));
        cluster.with(
                "c",
                (action, deadline) -> answer.apply(action, () -> real.handle(action, deadline)));
    }

    private List<Container> containers() throws Exception {
        var all = new ArrayList<Container>();
        for (var node : engines.entrySet()) {
            all.addAll(
                    ContainerJson.list(
                            node.getKey(),
                            node.getValue()
                                    .containers(true, false, Map.of(), Deadline.in(TIMEOUT))));
        }
        return all;
    }

    private static Map<NodeName, Long> perNode(Creation creation) {
        return creation.instances().stream()
                .filter(Made.class::isInstance)
                .collect(groupingBy(instance -> ((Made) instance).node(), counting()));
    }
}
