package io.herd.herd;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void emptyNodesGetOneEachInTheOrderOfTheirNames() {
        assertThat(Placement.spread(counts(Map.of("c", 0, "a", 0, "b", 0)), 4))
                .containsExactly(nodes("a", "b", "c", "a"));
    }

    @Test
    void theEmptiestIsFilledFirst() {
        assertThat(Placement.spread(counts(Map.of("a", 3, "b", 1, "c", 2)), 4))
                .containsExactly(nodes("b", "b", "c", "a"));
    }

    @Test
    void aFullNodeGetsNothingWhileOthersHaveLess() {
        assertThat(Placement.spread(counts(Map.of("a", 100, "b", 0)), 5)).containsOnly(nodes("b"));
    }

    @RepeatedTest(200)
    void noNodeHasMoreThanOneAboveTheLeastUnlessItHadBefore(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = new TreeMap<NodeName, Integer>();
        IntStream.rangeClosed(1, random.nextInt(1, 20))
                .forEach(i -> before.put(new NodeName("n" + i), random.nextInt(30)));
        int wanted = random.nextInt(200);

        var plan = Placement.spread(before, wanted);

        var added = plan.stream().collect(groupingBy(Function.identity(), counting()));
        var after = new TreeMap<NodeName, Integer>();
        before.forEach(
                (node, count) -> after.put(node, count + added.getOrDefault(node, 0L).intValue()));
        int least = after.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
        assertThat(plan).hasSize(wanted);
        assertThat(after)
                .allSatisfy((node, count) -> {
                    if (!count.equals(before.get(node))) {
                        assertThat(count).isLessThanOrEqualTo(least + 1);
                    }
                });
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
