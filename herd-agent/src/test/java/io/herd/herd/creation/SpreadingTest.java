package io.herd.herd.creation;

import static io.herd.Properties.property;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;

import io.herd.herd.SomeHerd;
import io.herd.herd.SomeHerd.Node;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.herd.creation.Instance.Made;
import io.herd.model.Container;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.dsl.TheoryBuilder2;

/** What is true of an order whatever is the matter with the nodes. */
class SpreadingTest {

    // Each makes a herd with all its threads, so fewer than usual.
    private static final int EXAMPLES = 200;
    private static final Gen<Integer> WANTED = integers().between(1, 12);

    @Test
    void everyInstanceIsReportedOnceAndExistsOnceIfItWasMade() {
        ordersOnHerds()
                .checkAssert((nodes, wanted) -> {
                    var herd = new SomeHerd(nodes);

                    var creation = herd.create(wanted);

                    assertThat(creation.instances())
                            .extracting(Instance::number)
                            .isEqualTo(IntStream.rangeClosed(1, wanted).boxed().toList());
                    assertThat(herd.made())
                            .extracting(Container::id)
                            .containsExactlyInAnyOrderElementsOf(ids(creation));
                });
    }

    @Test
    void allAreMadeIfAnyNodeServesAndNoneOtherwise() {
        ordersOnHerds()
                .checkAssert((nodes, wanted) ->
                        assertThat(made(new SomeHerd(nodes).create(wanted)))
                                .hasSize(nodes.stream().anyMatch(Node::serves) ? wanted : 0));
    }

    @Test
    void nothingIsMadeWhereItMayNotBe() {
        ordersOnHerds()
                .checkAssert((nodes, wanted) -> {
                    var herd = new SomeHerd(nodes);

                    herd.create(wanted);

                    assertThat(herd.made())
                            .extracting(container -> herd.nodes().get(container.node()))
                            .noneMatch(Node::excludes);
                });
    }

    @Test
    void everyNodeThatMayNotHaveOneIsNamed() {
        ordersOnHerds()
                .checkAssert((nodes, wanted) -> {
                    var herd = new SomeHerd(nodes);

                    var creation = herd.create(wanted);

                    herd.nodes()
                            .forEach((name, node) ->
                                    assertThat(
                                                    creation.passedOver().containsKey(name)
                                                            || creation.coverage()
                                                                    .failed()
                                                                    .containsKey(name))
                                            .as("%s is named", name)
                                            .isEqualTo(node.excludes()));
                });
    }

    @Test
    void theNodesThatServeFillUpEvenly() {
        ordersOnHerds()
                .checkAssert((nodes, wanted) -> {
                    var herd = new SomeHerd(nodes);

                    herd.create(wanted);

                    var after = herd.servingCounts();
                    long least = after.values().stream().min(Long::compare).orElse(0L);
                    assertThat(herd.made())
                            .extracting(Container::node)
                            .filteredOn(after::containsKey)
                            .allSatisfy(node ->
                                    assertThat(after.get(node)).isLessThanOrEqualTo(least + 1));
                });
    }

    @Test
    void whatIsPlannedIsDoneInEveryHerdThatIsAlike() {
        property()
                .withExamples(EXAMPLES)
                .forAll(SomeHerd.PREDICTABLE, WANTED)
                .checkAssert((nodes, wanted) ->
                        assertThat(places(new SomeHerd(nodes).create(wanted)))
                                .isEqualTo(places(new SomeHerd(nodes).plan(wanted))));
    }

    private static TheoryBuilder2<List<Node>, Integer> ordersOnHerds() {
        return property().withExamples(EXAMPLES).forAll(SomeHerd.NODES, WANTED);
    }

    private static List<String> ids(Creation creation) {
        return made(creation).stream().map(made -> made.created().id()).toList();
    }

    private static Map<Integer, NodeName> places(Creation creation) {
        return made(creation).stream().collect(toMap(Made::number, Made::node));
    }

    private static Map<Integer, NodeName> places(CreationPlan plan) {
        return plan.planned().stream().collect(toMap(Planned::number, Planned::node));
    }

    private static List<Made> made(Creation creation) {
        return creation.instances().stream()
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                .toList();
    }
}
