package io.herd.herd;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.agent.LocalNode;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random herds, whose ids and names look alike on purpose, against the rule said in one line. */
class ResolutionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ID = 64;

    private final List<Place> all = new ArrayList<>();
    private final InProcessCluster cluster = new InProcessCluster();

    @RepeatedTest(60)
    void aReferenceMeansTheOnlyOneThatFitsBest(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        fill(random);
        var herd = new Herd(cluster, TIMEOUT);
        for (int i = 0; i < 20; i++) {
            var ref = reference(random);

            var resolution = herd.resolve(new Selector.Everyone(), ContainerRef.parse(ref));

            var best = best(ref);
            switch (resolution) {
                case Resolution.Found found ->
                        assertThat(best).as(ref).containsExactly(found.place());
                case Resolution.NotFound _ -> assertThat(best).as(ref).isEmpty();
                case Resolution.Ambiguous several ->
                        assertThat(several.candidates())
                                .as(ref)
                                .hasSizeGreaterThan(1)
                                .containsExactlyInAnyOrderElementsOf(best);
            }
        }
    }

    /** Full id before name before prefix of an id. */
    private List<Place> best(String ref) {
        for (Predicate<Place> fits :
                List.<Predicate<Place>>of(
                        place -> place.id().equals(ref),
                        place -> place.name().equals(ref),
                        place -> place.id().startsWith(ref))) {
            var found = all.stream().filter(fits).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private void fill(Random random) throws Exception {
        for (int node = 0; node < 1 + random.nextInt(4); node++) {
            var name = new NodeName("n" + node);
            var engine = new MemoryEngine("busybox");
            cluster.with(name.value(), new LocalNode(name, engine));
            for (int i = 0; i < random.nextInt(6); i++) {
                var place = new Place(name, hex(random, ID), hex(random, 2 + random.nextInt(2)));
                if (all.stream().noneMatch(other -> other.toString().equals(place.toString()))) {
                    engine.nextId(place.id());
                    engine.create(
                            Optional.of(place.name()),
                            new RawJson("{\"Image\":\"busybox\"}"),
                            Deadline.in(TIMEOUT));
                    all.add(place);
                }
            }
        }
    }

    private String reference(Random random) {
        if (all.isEmpty() || random.nextInt(4) == 0) {
            return hex(random, 1 + random.nextInt(3));
        }
        var place = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(3)) {
            case 0 -> place.id();
            case 1 -> place.name();
            default -> place.id().substring(0, 1 + random.nextInt(8));
        };
    }

    // Two digits only: then prefixes and names meet all the time.
    private static String hex(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextBoolean() ? 'a' : 'b');
        }
        return text.toString();
    }
}
