package io.herd.herd.creation;

import static io.herd.Properties.property;
import static java.util.Collections.frequency;
import static java.util.Collections.max;
import static java.util.Collections.min;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.herd.herd.creation.Placement.Load;
import io.herd.model.NodeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class PlacementTest {

    private static final Gen<Map<NodeName, Integer>> HERDS =
            lists().of(integers().between(0, 30)).ofSizeBetween(1, 20).map(PlacementTest::numbered);
    private static final Gen<Integer> ORDERS = integers().between(0, 200);

    @Test
    void emptyNodesGetOneEachInTheOrderOfTheirNames() {
        assertThat(spread(counts(Map.of("c", 0, "a", 0, "b", 0)), 4))
                .containsExactly(nodes("a", "b", "c", "a"));
    }

    @Test
    void theEmptiestIsFilledFirst() {
        assertThat(spread(counts(Map.of("a", 3, "b", 1, "c", 2)), 4))
                .containsExactly(nodes("b", "b", "c", "a"));
    }

    @Test
    void aFullNodeGetsNothingWhileOthersHaveLess() {
        assertThat(spread(counts(Map.of("a", 100, "b", 0)), 5)).containsOnly(nodes("b"));
    }

    @Test
    void everyContainerHasOneNodeOfTheHerd() {
        property()
                .forAll(HERDS, ORDERS)
                .checkAssert((herd, wanted) ->
                        assertThat(spread(herd, wanted)).hasSize(wanted).isSubsetOf(herd.keySet()));
    }

    @Test
    void noNodeHasMoreThanOneAboveTheLeastUnlessItHadBefore() {
        property()
                .forAll(HERDS, ORDERS)
                .checkAssert((herd, wanted) -> {
                    var after = after(herd, spread(herd, wanted));

                    int least = min(after.values());
                    after.forEach((node, count) ->
                            assertThat(count)
                                    .as("%s of %s", node, after)
                                    .isLessThanOrEqualTo(
                                            Math.max(least + 1, herd.getOrDefault(node, 0))));
                });
    }

    @Test
    void noHerdBecomesLessEvenThanItWas() {
        property()
                .forAll(HERDS, ORDERS)
                .checkAssert((herd, wanted) ->
                        assertThat(unevenness(after(herd, spread(herd, wanted))))
                                .isLessThanOrEqualTo(Math.max(1, unevenness(herd))));
    }

    @Test
    void whoeverAsksForTheSameGetsTheSameWhateverTheOrderOfTheNodes() {
        property()
                .forAll(HERDS, ORDERS)
                .checkAssert((herd, wanted) ->
                        assertThat(spread(reversed(herd), wanted)).isEqualTo(spread(herd, wanted)));
    }

    @Test
    void whatRunsCountsBeforeWhatIsStopped() {
        var herd =
                Map.of(
                        new NodeName("a"), new Load(1, 1),
                        new NodeName("b"), new Load(0, 30),
                        new NodeName("c"), new Load(1, 2));

        assertThat(Placement.spread(herd, 3)).containsExactly(nodes("b", "a", "c"));
    }

    /** Where all containers run. */
    private static List<NodeName> spread(Map<NodeName, Integer> herd, int containers) {
        var loads = new LinkedHashMap<NodeName, Load>();
        herd.forEach((node, count) -> loads.put(node, new Load(count, count)));
        return Placement.spread(loads, containers);
    }

    private static Map<NodeName, Integer> after(Map<NodeName, Integer> herd, List<NodeName> plan) {
        var after = new TreeMap<>(herd);
        after.replaceAll((node, count) -> count + frequency(plan, node));
        return after;
    }

    private static int unevenness(Map<NodeName, Integer> counts) {
        return max(counts.values()) - min(counts.values());
    }

    private static Map<NodeName, Integer> reversed(Map<NodeName, Integer> counts) {
        var reversed = new LinkedHashMap<NodeName, Integer>();
        new TreeMap<>(counts).descendingMap().forEach(reversed::put);
        return reversed;
    }

    private static Map<NodeName, Integer> numbered(List<Integer> counts) {
        var numbered = new TreeMap<NodeName, Integer>();
        IntStream.range(0, counts.size())
                .forEach(i -> numbered.put(new NodeName("n" + i), counts.get(i)));
        return numbered;
    }

    private static Map<NodeName, Integer> counts(Map<String, Integer> counts) {
        var named = new TreeMap<NodeName, Integer>();
        counts.forEach((name, count) -> named.put(new NodeName(name), count));
        return named;
    }

    private static NodeName[] nodes(String... names) {
        return List.of(names).stream().map(NodeName::new).toArray(NodeName[]::new);
    }
}
