package io.herd.herd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.herd.action.Action;
import io.herd.action.Outcome.Done;
import io.herd.agent.LocalNode;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.InProcessCluster.Sent;
import io.herd.engine.MemoryEngine;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.herd.answer.Trouble;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HerdTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Selector EVERYONE = new Selector.Everyone();
    private static final String ID_1 = "ab1".repeat(21) + "0";
    private static final String ID_2 = "ab2".repeat(21) + "0";

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final InProcessCluster cluster = new InProcessCluster().with("a", a).with("b", b);
    private final Herd herd = new Herd(cluster, TIMEOUT);

    @Test
    void aNameIsFoundOnItsNode() throws Exception {
        create(b, "web", ID_1);

        assertThat(herd.resolve(EVERYONE, ref("web")))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found ->
                                assertThat(found.location())
                                        .isEqualTo(
                                                new ContainerLocation(
                                                        new NodeName("b"), ID_1, "web")));
    }

    @Test
    void aUniquePrefixIsEnoughOverAllNodes() throws Exception {
        create(a, "web", ID_1);
        create(b, "db", ID_2);

        assertThat(herd.resolve(EVERYONE, ref("ab2")))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.location().name()).isEqualTo("db"));
    }

    @Test
    void aPrefixThatFitsOnTwoNodesIsAmbiguousAndListsBoth() throws Exception {
        create(a, "web", ID_1);
        create(b, "db", ID_2);

        assertThat(herd.resolve(EVERYONE, ref("ab")))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        ambiguous ->
                                assertThat(ambiguous.candidates())
                                        .extracting(ContainerLocation::toString)
                                        .containsExactly("a/web", "b/db"));
    }

    @Test
    void twoOfOneNameAreToldApartByTheirNode() throws Exception {
        create(a, "web", ID_1);
        create(b, "web", ID_2);

        assertThat(herd.resolve(EVERYONE, ref("web"))).isInstanceOf(Resolution.Ambiguous.class);
        assertThat(herd.resolve(EVERYONE, ref("b/web")))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.location().id()).isEqualTo(ID_2));
    }

    @Test
    void aNameBeatsAPrefixOfAnotherId() throws Exception {
        create(a, "ab", ID_1);
        create(b, "db", ID_2);

        assertThat(herd.resolve(EVERYONE, ref("ab")))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.location().id()).isEqualTo(ID_1));
    }

    @Test
    void aFullIdBeatsANameThatLooksLikeIt() throws Exception {
        create(a, "web", ID_1);
        create(b, ID_1, ID_2);

        assertThat(herd.resolve(EVERYONE, ref(ID_1)))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.location().name()).isEqualTo("web"));
    }

    @Test
    void anActionGoesToTheOwnerAlone() throws Exception {
        create(a, "web", ID_1);

        var results =
                herd.act(EVERYONE, List.of(ref("web")), Action.StartContainer::new, Duration.ZERO);

        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        ContainerResult.Tried.class,
                        tried -> assertThat(tried.outcome()).isInstanceOf(Done.class));
        assertThat(cluster.sent())
                .filteredOn(sent -> sent.action() instanceof Action.StartContainer)
                .containsExactly(new Sent(new NodeName("a"), new Action.StartContainer(ID_1)));
    }

    @Test
    void aReferenceWithItsNodeAsksNobodyElse() throws Exception {
        create(a, "web", ID_1);

        var _ =
                herd.act(
                        EVERYONE, List.of(ref("a/web")), Action.StartContainer::new, Duration.ZERO);

        assertThat(cluster.sent()).extracting(Sent::to).containsOnly(new NodeName("a"));
    }

    @Test
    void aReferenceWithANodeThatIsLeftOutFindsNothing() throws Exception {
        create(b, "web", ID_1);
        var onlyA = new Selector.Named(Set.of(new NodeName("a")));

        assertThat(herd.resolve(onlyA, ref("b/web"))).isInstanceOf(Resolution.NotFound.class);
    }

    @Test
    void aNodeThatIsGoneIsMissingInWhatTheWholeHerdAnswers() throws Exception {
        cluster.die("z", Duration.ofSeconds(70), Optional.of(4));

        var why =
                new Trouble(
                        ErrorCode.UNREACHABLE,
                        "unreachable: gone for 70 s; if it will not come back: herd node forget z");
        assertThat(Coverage.of(herd.ask(EVERYONE, new Action.ListContainers(true))).failed())
                .containsExactly(entry(new NodeName("z"), why));
        assertThat(Coverage.of(herd.describe(EVERYONE)).failed())
                .containsExactly(entry(new NodeName("z"), why));
        assertThat(herd.resolve(EVERYONE, ref("nope")).coverage().failed())
                .containsExactly(entry(new NodeName("z"), why));
    }

    @Test
    void aNodeThatIsGoneIsNotMissedWhereOthersWereAskedFor() throws Exception {
        create(b, "web", ID_1);
        cluster.die("z", Duration.ofSeconds(70), Optional.of(4));
        var onlyA = new Selector.Named(Set.of(new NodeName("a")));

        assertThat(Coverage.of(herd.ask(onlyA, new Action.ListContainers(true))).complete())
                .isTrue();
        assertThat(herd.resolve(EVERYONE, ref("web")).coverage().complete()).isTrue();
    }

    @Test
    void aNodeThatComesBackWhileTheOthersAreAskedIsAskedToo() throws Exception {
        var c = new MemoryEngine("busybox");
        create(c, "web", ID_1);
        comesBackWhenAIsAsked("c", c);
        assertThat(herd.ask(EVERYONE, new Action.ListContainers(true)).byNode())
                .hasSize(3)
                .allSatisfy((_, outcome) -> assertThat(outcome).isInstanceOf(Done.class));

        comesBackWhenAIsAsked("c", c);
        assertThat(herd.describe(EVERYONE))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.outcome()).isInstanceOf(Done.class));

        comesBackWhenAIsAsked("c", c);
        assertThat(herd.resolve(EVERYONE, ref("web"))).isInstanceOf(Resolution.Found.class);
    }

    private void comesBackWhenAIsAsked(String name, MemoryEngine daemon) {
        cluster.die(name, Duration.ofSeconds(3), Optional.empty());
        var node = new LocalNode(new NodeName("a"), a);
        cluster.with(
                "a",
                (action, deadline) -> {
                    cluster.with(name, daemon);
                    return node.handle(action, deadline);
                });
    }

    @Test
    void onlyANodeThatIsGoneCanBeForgotten() throws Exception {
        cluster.die("z", Duration.ofSeconds(70), Optional.of(4));

        assertThatThrownBy(() -> herd.forget(Set.of(new NodeName("a"))))
                .hasMessageContaining("no node 'a' is gone");
        assertThatThrownBy(() -> herd.describe(new Selector.Named(Set.of(new NodeName("z")))))
                .hasMessageContaining("node 'z' is gone for 70 s");
        herd.forget(Set.of(new NodeName("z")));

        assertThat(herd.gone()).isEmpty();
    }

    @Test
    void deedsComeInTheOrderOfTheArguments() throws Exception {
        create(a, "web", ID_1);
        create(b, "db", ID_2);

        var results =
                herd.act(
                        EVERYONE,
                        List.of(ref("db"), ref("nope"), ref("web")),
                        Action.StartContainer::new,
                        Duration.ZERO);

        assertThat(results)
                .extracting(result -> result.ref().text())
                .containsExactly("db", "nope", "web");
        assertThat(results.get(1)).isInstanceOf(ContainerResult.Unresolved.class);
    }

    @Test
    void aNodeThatIsLostIsInTheAccountOfEveryAnswer() throws Exception {
        create(a, "web", ID_1);
        cluster.lose("b");

        assertThat(Coverage.of(herd.ask(EVERYONE, new Action.ListContainers(true))).failed())
                .containsOnlyKeys(new NodeName("b"));
        assertThat(herd.resolve(EVERYONE, ref("web")).coverage().failed())
                .containsOnlyKeys(new NodeName("b"));
        assertThat(herd.resolve(EVERYONE, ref("nope")).coverage().failed())
                .containsOnlyKeys(new NodeName("b"));
    }

    @Test
    void aDaemonThatIsDownIsInTheAccountOfAList() throws Exception {
        b.down();

        var coverage = Coverage.of(herd.ask(EVERYONE, new Action.ListContainers(true)));

        assertThat(coverage.failed().values())
                .singleElement()
                .asString()
                .contains("cannot reach the Docker daemon");
        assertThat(coverage.answered()).containsExactly(new NodeName("a"));
    }

    @Test
    void aNodeIsDescribedAlsoWhenItsDaemonHangs() throws Exception {
        b.freeze();

        assertThat(herd.describe(EVERYONE))
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.outcome()).isInstanceOf(Done.class));
    }

    @Test
    void aNodeThatIsNotInTheHerdIsNamedWithThoseThatAre() {
        var nobody = new Selector.Named(Set.of(new NodeName("zebra")));

        assertThatThrownBy(() -> herd.ask(nobody, new Action.DescribeNode()))
                .isInstanceOf(NoSuchNodeException.class)
                .hasMessage("no node 'zebra' in the herd: its nodes are a, b");
        assertThatThrownBy(() ->
                        herd.act(
                                EVERYONE,
                                List.of(ref("zebra/web")),
                                Action.StartContainer::new,
                                Duration.ZERO))
                .isInstanceOf(NoSuchNodeException.class);
    }

    private static void create(MemoryEngine engine, String name, String id) throws Exception {
        engine.nextId(id)
                .create(
                        Optional.of(name),
                        new RawJson("{\"Image\":\"busybox\"}"),
                        Deadline.in(TIMEOUT));
    }

    private static ContainerRef ref(String text) {
        return ContainerRef.parse(text);
    }
}
