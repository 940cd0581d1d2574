package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.names;
import static io.herd.cluster.jgroups.Members.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cluster.Handler;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.Member;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.Roster;
import io.herd.model.Deadline;
import io.herd.model.GoneNode;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {

    private Members herd = Members.withoutKey();

    @AfterEach
    void everybodyLeaves() {
        herd.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void agentsAndAClientSeeTheAgents(boolean withKey) throws Exception {
        herd = withKey ? Members.withKey() : Members.withoutKey();
        var b = herd.agent("b");
        var a = herd.agent("a");
        var c = herd.agent("c");
        var client = herd.client();

        for (var member : List.of(a, b, c, client)) {
            await().untilAsserted(() -> assertThat(names(member)).containsExactly("a", "b", "c"));
        }
        assertThat(client.members()).isEqualTo(a.members());
        for (var asker : List.of(client, b)) {
            var answers = asker.gather(nodes("a", "b", "c"), new Action.DescribeNode(), soon());
            assertThat(answers.byNode().values()).containsExactly(said("a"), said("b"), said("c"));
        }
    }

    @Test
    void aKilledAgentIsGoneForAllAndOneThatLeavesIsNot() throws Exception {
        var a = herd.agent("a");
        var b = herd.agent("b");
        var c = herd.process("c");
        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b", "c"));
        c.kill();
        await().untilAsserted(() -> assertThat(gone(a)).containsExactly("c"));
        b.close();
        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a"));
        var late = herd.agent("d");

        assertThat(gone(a)).containsExactly("c");
        await().untilAsserted(() -> assertThat(gone(late)).containsExactly("c"));
        assertThat(gone(herd.client())).containsExactly("c");
        var forget = new Action.ForgetGone(new NodeName("c"));
        assertThat(a.gather(nodes("a", "d"), forget, soon()).byNode().values())
                .allMatch(Outcome.Done.class::isInstance);
        assertThat(gone(late)).isEmpty();
    }

    @Test
    void howManyContainersAKilledAgentHadIsKnownToAllThoughNobodyHasAskedIt() throws Exception {
        var counted = new CountDownLatch(3);
        var a = herd.agent("a");
        herd.agent("b");
        var c = herd.process("c");
        // The fourth asks nobody, and is told of it.
        var d = herd.agent("d", countsDown(counted));
        for (var member : List.of(a, d)) {
            await().untilAsserted(() -> assertThat(names(member)).hasSize(4));
        }
        assertThat(counted.await(10, TimeUnit.SECONDS)).isTrue();
        // It has answered what it was asked before.
        assertThat(a.send(node("c"), new Action.TellTime(), soon())).isEqualTo(said("c"));

        c.kill();

        for (var member : List.of(a, d, herd.client())) {
            await().untilAsserted(() ->
                    assertThat(member.roster().gone())
                            .extracting(GoneNode::containers)
                            .containsExactly(Optional.of(SpawnedAgent.CONTAINERS)));
        }
    }

    // The three agents before it ask it at about the same time as each other.
    private static Handler countsDown(CountDownLatch asked) {
        return (action, deadline) -> {
            if (action.equals(CallTest.DESCRIBE)) {
                asked.countDown();
            }
            return Members.says("d").handle(action, deadline);
        };
    }

    @Test
    void anAgentThatFindsNobodyMissesWhomItHadNoted() throws Exception {
        var notes = new Notes(List.of("a", "b", "c"));
        var a = herd.agent("a", Members.says("a"), notes, herd.settings(List.of()));
        assertThat(gone(a)).containsExactly("b", "c");

        var b = herd.agent("b");

        await().untilAsserted(() -> assertThat(gone(b)).containsExactly("c"));
        await().untilAsserted(() -> assertThat(notes.last).containsExactly("a", "b", "c"));
        assertThat(gone(a)).containsExactly("c");
        assertThat(gone(herd.client())).containsExactly("c");
    }

    @Test
    void whatAnotherNodeHasNotedIsNotItsHerd() throws Exception {
        var notes = new Notes(List.of("b", "c"));

        assertThat(gone(herd.agent("a", Members.says("a"), notes, herd.settings(List.of()))))
                .isEmpty();
    }

    @Test
    void anAgentThatFindsOthersBelievesThem() throws Exception {
        var a = herd.agent("a");

        var b =
                herd.agent(
                        "b",
                        Members.says("b"),
                        new Notes(List.of("a", "b", "c")),
                        herd.settings(herd.addresses()));

        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b"));
        assertThat(gone(b)).isEmpty();
    }

    @Test
    void anAgentThatFindsOnlyOthersWhoDoNotTellMissesWhomItHadNoted() throws Exception {
        try (var a = herd.odd("a")) {
            var b =
                    herd.agent(
                            "b",
                            Members.says("b"),
                            new Notes(List.of("a", "b", "c")),
                            herd.settings(List.of(HerdAddress.listens(a.at("a")).orElseThrow())));

            assertThat(names(b)).containsExactly("a", "b");
            assertThat(gone(b)).containsExactly("c");
        }
    }

    /** What an agent has noted of its herd. */
    private static final class Notes implements MemberWatcher {

        private final List<String> before;
        private volatile List<String> last = List.of();

        Notes(List<String> before) {
            this.before = before;
        }

        @Override
        public List<Member> noted() {
            return before.stream()
                    .map(name -> new Member(new NodeName(name), "127.0.0.1:1"))
                    .toList();
        }

        @Override
        public void note(Roster roster) {
            last =
                    Stream.concat(
                                    roster.members().stream().map(Member::name),
                                    roster.gone().stream().map(GoneNode::name))
                            .map(NodeName::value)
                            .toList();
        }
    }

    private static List<String> gone(JGroupsCluster member) {
        return member.roster().gone().stream().map(node -> node.name().value()).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAgentDoesNotFoundAHerdWhileSomebodyListensWhoIsSlow(boolean withKey) throws Exception {
        herd = withKey ? Members.withKey() : Members.withoutKey();
        var slow = herd.process("a");
        slow.freeze();

        var joining = CompletableFuture.supplyAsync(() -> joined("b"));
        // Several times as long as it would take to found one.
        await().pollDelay(Duration.ofSeconds(2)).until(() -> !joining.isDone());
        slow.thaw();

        assertThat(names(joining.join())).containsExactly("a", "b");
    }

    private JGroupsCluster joined(String name) {
        try {
            return herd.agent(name);
        } catch (JoinException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void agentsFindEachOtherByMulticastWithoutAnyAddress() throws Exception {
        herd = Members.withKey();
        var nowhere = herd.settings(List.of());
        var a = herd.agent("a", Members.says("a"), MemberWatcher.NONE, nowhere);
        var b = herd.agent("b", Members.says("b"), MemberWatcher.NONE, nowhere);

        assertThat(names(b)).containsExactly("a", "b");
        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b"));
    }

    @Test
    void aClientThatOnlyMulticastHasLedToTheHerdKnowsThatNobodyAnsweredElsewhere()
            throws Exception {
        herd = Members.withKey();
        herd.agent("a", Members.says("a"), MemberWatcher.NONE, herd.settings(List.of()));
        var nowhere = herd.settings(List.of(new HostPort("127.0.0.1", 1)));

        try (var led = JGroupsCluster.client(nowhere);
                var client = JGroupsCluster.client(herd.settings(List.of()))) {
            assertThat(led.remark())
                    .hasValueSatisfying(remark ->
                            assertThat(remark)
                                    .startsWith("nobody answers at 127.0.0.1:1; the herd was"));
            assertThat(led.remark()).isEmpty();
            assertThat(client.remark()).isEmpty();
        }
    }

    @Test
    void aClientThatMulticastHasLedToAnAgentWaitsUntilTheHerdLetsItIn() throws Exception {
        var a = herd.process("a");
        var b = herd.agent("b");
        await().untilAsserted(() -> assertThat(names(b)).containsExactly("a", "b"));
        var nowhere = herd.settings(List.of(new HostPort("127.0.0.1", 1)));

        a.freeze();
        var failure = catchThrowableOfType(JoinException.class, () -> herd.client(nowhere));

        assertThat(failure)
                .hasMessageContaining(herd.addresses().getLast() + " listens but the herd")
                .hasMessageContaining("let nobody join in 2500 ms");
        a.thaw();
        await().untilAsserted(() -> assertThat(names(herd.client(nowhere))).contains("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "", " ", "\033]0;x\007"})
    void aMemberThatCallsItselfWhatNoAgentMayIsLeftOut(String name) throws Exception {
        var a = herd.agent("a");
        try (var _ = herd.odd(name)) {
            var b = herd.agent("b");
            var client = herd.client();

            for (var member : List.of(a, b, client)) {
                await().untilAsserted(() -> assertThat(names(member)).containsExactly("a", "b"));
            }
            assertThat(client.send(node("b"), new Action.DescribeNode(), soon()))
                    .isEqualTo(said("b"));
        }
    }

    @Test
    void herdsOfAnotherNameOnTheSameNetworkAreStrangers() throws Exception {
        var a = herd.agent("a");
        try (var other = Members.withoutKey()) {
            var b = other.agent("b");

            assertThat(names(a)).containsExactly("a");
            assertThat(names(b)).containsExactly("b");
        }
    }

    @Test
    void aClientNeverTakesOverWhenTheCoordinatorLeaves() throws Exception {
        var a = herd.agent("a");
        var b = herd.agent("b");
        var client = herd.client();

        a.close();
        await().untilAsserted(() -> assertThat(names(client)).containsExactly("b"));
        assertThat(client.send(node("b"), new Action.DescribeNode(), soon())).isEqualTo(said("b"));
        var c = herd.agent("c");
        await().untilAsserted(() -> assertThat(names(client)).containsExactly("b", "c"));
        assertThat(names(b)).containsExactly("b", "c");
        assertThat(names(c)).containsExactly("b", "c");
    }

    @Test
    void aClientIsLeftAloneWhenTheLastAgentLeaves() throws Exception {
        var a = herd.agent("a");
        var client = herd.client();

        a.close();

        await().untilAsserted(() -> assertThat(names(client)).isEmpty());
        assertThatThrownBy(herd::client)
                .isInstanceOfSatisfying(
                        JoinException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_AGENT));
    }

    @Test
    void aSecondAgentOfTheSameNameIsRefused() throws Exception {
        var a = herd.agent("a");

        assertThatThrownBy(() -> herd.agent("a"))
                .isInstanceOfSatisfying(
                        JoinException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NAME_TAKEN))
                .hasMessage(
                        "a node named 'a' is already in the herd '%s', at %s: choose another --name",
                        herd.herd(), herd.addresses().getFirst());
        assertThat(a.send(node("a"), new Action.DescribeNode(), soon())).isEqualTo(said("a"));
    }

    @Test
    void anAgentRestartedRightAfterItWasKilledHasItsNameAgain() throws Exception {
        var a = herd.agent("a");
        var killed = herd.process("b");
        killed.kill();

        var again = herd.process("b", killed.address(), List.of(herd.addresses().getFirst()));

        assertThat(again.address()).isEqualTo(killed.address());
        await().untilAsserted(() ->
                assertThat(a.send(node("b"), new Action.TellTime(), soon())).isEqualTo(said("b")));
    }

    @Test
    void theWatcherHearsWhoComesAndGoesButNotOfClients() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var watcher =
                new MemberWatcher() {
                    @Override
                    public void joined(Member member) {
                        heard.add(member.name() + " joined");
                    }

                    @Override
                    public void gone(Member member) {
                        heard.add(member.name() + " gone");
                    }
                };
        herd.agent("a", Members.says("a"), watcher, herd.settings(List.of()));
        herd.client().close();
        herd.agent("b").close();

        await().untilAsserted(() -> assertThat(heard).containsExactly("b joined", "b gone"));
    }

    @Test
    void aKilledAgentIsNoticedWithinTwoSeconds() throws Exception {
        var a = herd.agent("a");
        var b = herd.process("b");
        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b"));

        b.kill();

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(names(a)).containsExactly("a"));
    }

    @Test
    void aFrozenAgentIsNoticedWithinTenSecondsAndGivesWayToItsSuccessor() throws Exception {
        var a = herd.agent("a");
        var b = herd.process("b");
        await().untilAsserted(() -> assertThat(names(a)).containsExactly("a", "b"));

        b.freeze();
        // Plus a second for a busy machine.
        await().atMost(Duration.ofSeconds(11))
                .untilAsserted(() -> assertThat(names(a)).containsExactly("a"));
        herd.agent("b");
        b.thaw();

        // Whoever was lost some seconds ago is looked for every second or two.
        await().atMost(Duration.ofSeconds(10)).until(() -> !b.isAlive());
        assertThat(b.said()).isEqualTo("b is at " + herd.addresses().getLast());
        assertThat(a.send(node("b"), new Action.DescribeNode(), soon())).isEqualTo(said("b"));
    }

    static NodeName node(String name) {
        return new NodeName(name);
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    static Outcome said(String name) {
        return new Outcome.Done(new Result.Document(new RawJson("\"" + name + "\"")));
    }
}
