package io.herd.herd;

import static io.herd.Properties.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.herd.agent.LocalNode;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Any herds, whose ids and names look alike on purpose, against the rule said in one line. */
class ResolutionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<NodeName> NODES =
            List.of(new NodeName("n0"), new NodeName("n1"), new NodeName("n2"));

    /**
     * A reference that somebody gives.
     *
     * @param asked the nodes it is to be found on; none for all
     */
    private record Question(List<ContainerLocation> locations, Set<NodeName> asked, String ref) {}

    // Two digits only: then prefixes and names meet all the time.
    private static final Gen<List<ContainerLocation>> PLACES =
            lists().of(
                            arbitrary()
                                    .pick(NODES)
                                    .zip(digits(4, 4), digits(2, 3), ResolutionTest::location))
                    .ofSizeBetween(0, 8)
                    .map(ResolutionTest::distinct);

    private static final Gen<Question> QUESTIONS =
            PLACES.flatMap(locations ->
                    references(locations)
                            .zip(
                                    lists().of(arbitrary().pick(NODES)).ofSizeBetween(0, 2),
                                    (ref, asked) ->
                                            new Question(locations, Set.copyOf(asked), ref)));

    @Test
    void aReferenceMeansTheOnlyOneThatFitsBestOnTheNodesThatAreAsked() {
        property()
                .forAll(QUESTIONS)
                .checkAssert(question -> {
                    var best = best(question);
                    switch (resolution(question)) {
                        case Resolution.Found found ->
                                assertThat(best).containsExactly(found.location());
                        case Resolution.NotFound _ -> assertThat(best).isEmpty();
                        case Resolution.Ambiguous several ->
                                assertThat(several.candidates())
                                        .hasSizeGreaterThan(1)
                                        .containsExactlyInAnyOrderElementsOf(best);
                    }
                });
    }

    /** Full id before name before prefix of an id. */
    private static List<ContainerLocation> best(Question question) {
        var ref = ContainerRef.parse(question.ref());
        var asked =
                question.locations().stream()
                        .filter(location -> ref.node().map(location.node()::equals).orElse(true))
                        .filter(location ->
                                question.asked().isEmpty()
                                        || question.asked().contains(location.node()))
                        .toList();
        for (Predicate<ContainerLocation> fits :
                List.<Predicate<ContainerLocation>>of(
                        location -> location.id().equals(ref.text()),
                        location -> location.name().equals(ref.text()),
                        location -> location.id().startsWith(ref.text()))) {
            var found = asked.stream().filter(fits).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static Resolution resolution(Question question) {
        try {
            return new Herd(herd(question.locations()), TIMEOUT)
                    .resolve(Selector.of(question.asked()), ContainerRef.parse(question.ref()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static InProcessCluster herd(List<ContainerLocation> locations) throws Exception {
        var cluster = new InProcessCluster();
        for (var node : NODES) {
            var engine = new MemoryEngine("busybox");
            for (var location : locations) {
                if (location.node().equals(node)) {
                    engine.nextId(location.id())
                            .create(
                                    Optional.of(location.name()),
                                    new RawJson("{\"Image\":\"busybox\"}"),
                                    Deadline.in(TIMEOUT));
                }
            }
            cluster.with(node.value(), new LocalNode(node, engine));
        }
        return cluster;
    }

    private static Gen<String> references(List<ContainerLocation> locations) {
        var texts = locations.isEmpty() ? digits(1, 3) : oneOf(digits(1, 3), textsOf(locations));
        return texts.zip(
                oneOf(constant(""), arbitrary().pick(NODES).map(node -> node + "/")),
                (text, node) -> node + text);
    }

    private static Gen<String> textsOf(List<ContainerLocation> locations) {
        return arbitrary()
                .pick(locations)
                .flatMap(location ->
                        oneOf(
                                constant(location.id()),
                                constant(location.name()),
                                integers()
                                        .between(1, 8)
                                        .map(end -> location.id().substring(0, end))));
    }

    private static Gen<String> digits(int least, int most) {
        return strings().betweenCodePoints('a', 'b').ofLengthBetween(least, most);
    }

    private static ContainerLocation location(NodeName node, String id, String name) {
        return new ContainerLocation(node, id, name);
    }

    /** Of those with one name on one node the first, and each with an id of its own. */
    private static List<ContainerLocation> distinct(List<ContainerLocation> locations) {
        var distinct = new ArrayList<ContainerLocation>();
        for (var location : locations) {
            if (distinct.stream()
                    .noneMatch(other -> other.toString().equals(location.toString()))) {
                var id = location.id() + "%060d".formatted(distinct.size());
                distinct.add(new ContainerLocation(location.node(), id, location.name()));
            }
        }
        return distinct;
    }
}
