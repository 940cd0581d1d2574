package io.herd.herd;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Action.FindContainers;
import io.herd.action.Action.ListContainers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.Member;
import io.herd.engine.MemoryEngine;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerListsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Selector EVERYONE = new Selector.Everyone();
    private static final String ID_1 = "ab1".repeat(21) + "0";
    private static final String ID_2 = "ab2".repeat(21) + "0";
    private static final String ID_3 = "ab2".repeat(21) + "1";

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final InProcessCluster cluster = new InProcessCluster().with("a", a).with("b", b);
    private final Herd herd = new Herd(cluster, TIMEOUT);

    static List<String> references() {
        return List.of(
                "web", "db", "nope", "we", "ab", "ab1", "ab2", "ab2ab", "abc", "AB1", "w.b", ID_1,
                ID_2, ID_3, "ff");
    }

    @ParameterizedTest
    @MethodSource("references")
    void aReferenceMeansInTheListsWhatItMeansToTheNodes(String reference) throws Exception {
        create(a, "web", ID_1);
        create(a, "abc", ID_2);
        create(b, "db", ID_3);
        create(b, ID_1, "ff".repeat(32));
        cluster.with("c", (_, _) -> new Outcome.Unreachable("lost"));

        var lists = ContainerLists.of(cluster.gather(all(), ContainerLists.QUESTION, deadline()));

        assertThat(Resolution.of(lists.find(reference)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(
                        Resolution.of(
                                cluster.gather(all(), new FindContainers(reference), deadline())));
    }

    @Test
    void manyAreLookedUpWithOneQuestionToEachNode() throws Exception {
        for (int i = 0; i < 10; i++) {
            create(i % 2 == 0 ? a : b, "web-" + i, Integer.toString(i).repeat(64));
        }

        var results = start(IntStream.range(0, 10).mapToObj(i -> "web-" + i).toList());

        assertThat(results)
                .allSatisfy(it ->
                        assertThat(it)
                                .isInstanceOfSatisfying(
                                        ContainerResult.Tried.class,
                                        tried ->
                                                assertThat(tried.outcome())
                                                        .isInstanceOf(Done.class)));
        assertThat(asked()).hasSize(2).allMatch(ListContainers.class::isInstance);
    }

    @Test
    void aFewAreLookedUpOneByOne() throws Exception {
        create(a, "web", ID_1);

        var _ = start(List.of("web"));

        assertThat(asked()).hasSize(2).allMatch(FindContainers.class::isInstance);
    }

    @Test
    void amongManyTheOneThatNamesItsNodeAndTheOneThatIsNowhereGetTheirOwnAnswers()
            throws Exception {
        create(a, "web", ID_1);
        create(b, "web", ID_2);
        cluster.die("z", Duration.ofSeconds(70), Optional.of(4));
        var references = new ArrayList<>(Collections.nCopies(10, "nope"));
        references.add("b/web");
        references.add("web");

        var results = start(references);

        assertThat(results.getFirst())
                .isInstanceOfSatisfying(
                        ContainerResult.Unresolved.class,
                        none ->
                                assertThat(none.coverage().failed())
                                        .containsOnlyKeys(new NodeName("z")));
        assertThat(results.get(10))
                .isInstanceOfSatisfying(
                        ContainerResult.Tried.class,
                        tried -> assertThat(tried.location().id()).isEqualTo(ID_2));
        assertThat(results.get(11))
                .isInstanceOfSatisfying(
                        ContainerResult.Unresolved.class,
                        two ->
                                assertThat(two.resolution())
                                        .isInstanceOf(Resolution.Ambiguous.class));
    }

    @Test
    void whatHasNoIdIsNotFound() {
        cluster.with(
                "c",
                (_, _) ->
                        new Done(
                                new Document(
                                        new RawJson(
                                                "[{\"Id\":\"../x\",\"Names\":[\"/web\"],\"Created\":1}]"))));

        var lists = ContainerLists.of(cluster.gather(all(), ContainerLists.QUESTION, deadline()));

        assertThat(Resolution.of(lists.find("web"))).isInstanceOf(Resolution.NotFound.class);
    }

    private List<ContainerResult> start(List<String> references) throws Exception {
        return herd.act(
                EVERYONE,
                references.stream().map(ContainerRef::parse).toList(),
                Action.StartContainer::new,
                Duration.ZERO);
    }

    private List<Action> asked() {
        return cluster.sent().stream()
                .map(InProcessCluster.Sent::action)
                .filter(it -> !(it instanceof Action.StartContainer))
                .toList();
    }

    private Set<NodeName> all() {
        return cluster.members().stream().map(Member::name).collect(toSet());
    }

    private static Deadline deadline() {
        return Deadline.in(TIMEOUT);
    }

    private static void create(MemoryEngine engine, String name, String id) throws Exception {
        engine.nextId(id)
                .create(
                        Optional.of(name),
                        new RawJson("{\"Image\":\"busybox\"}"),
                        Deadline.in(TIMEOUT));
    }
}
