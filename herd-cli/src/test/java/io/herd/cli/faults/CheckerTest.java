package io.herd.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.faults.History.AgentState;
import io.herd.cli.faults.History.Answer;
import io.herd.cli.faults.History.Call;
import io.herd.cli.faults.History.Healing;
import io.herd.cli.faults.History.There;
import io.herd.cli.faults.Work.Kind;
import io.herd.cli.faults.Work.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, by a history that breaks it and no other. */
class CheckerTest {

    private static final List<String> ALL = List.of("a", "b", "c");

    private final List<Call> calls = new ArrayList<>();
    private final List<Call> repeated = new ArrayList<>();
    private final Map<String, List<There>> there =
            new TreeMap<>(
                    Map.of(
                            "a", List.of(there("1", "1")),
                            "b", List.of(there("2", "2")),
                            "c", List.of()));
    private Healing healing = new Healing(14_000, Map.of("a", ALL, "b", ALL, "c", ALL));
    private AgentState agent =
            new AgentState(List.of(7L, 7L), false, List.of(40, 50), List.of(30, 31));
    private List<Fault> faults = List.of();

    CheckerTest() {
        calls.add(creation(0, "1", "2"));
        calls.add(list(0, ALL, List.of(), "1", "2"));
    }

    @Test
    void aHistoryThatKeepsAllRulesHasNoViolation() {
        calls.add(removal(0, "3"));
        repeated.add(creation(0, "1", "2"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aCallThatOutlivesItsDeadline() {
        calls.add(
                new Call(
                        Way.JOINED,
                        Kind.EVENTS,
                        List.of("events"),
                        100,
                        10_200,
                        10_000,
                        0,
                        "",
                        "",
                        "",
                        told(0)));

        assertThat(violations()).singleElement().asString().contains("took longer than 10000 ms");
    }

    @Test
    void aCreationThatSucceedsWithoutNamingAll() {
        calls.add(creation(0, "1"));

        assertThat(violations()).singleElement().asString().contains("did not name 2 containers");
    }

    @Test
    void aCreationThatFailsThoughEverythingIsMended() {
        repeated.add(creation(3, "1", "2"));

        assertThat(violations()).singleElement().asString().contains("everything was mended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task 0a: already exists",
                "container is marked for removal and cannot be started"
            })
    void whatADaemonCannotStartAfterItWasKilledIsNoFailureOfHerds(String why) {
        var told = "instance 1 on a is there as 1 but not started: " + why;
        var answer = new Answer(3, ALL, ALL, List.of(), List.of("1", "2"), told);
        repeated.add(call(Kind.CREATE, 2, "r", "", answer));
        assertThat(violations()).singleElement().asString().contains("everything was mended");

        faults = List.of(new Fault(Fault.Kind.DAEMON_KILLED, "a", 50, 300));

        assertThat(violations()).isEmpty();
    }

    @Test
    void anAnswerThatForgetsWhomItAsked() {
        calls.add(list(3, List.of("a", "b"), List.of(), "1", "2"));

        assertThat(violations())
                .hasSize(2)
                .anyMatch(it -> it.contains("does not account for"))
                .anyMatch(it -> it.contains("left a node out"));
    }

    @Test
    void anAnswerThatAskedOnlySome() {
        calls.add(part());

        assertThat(violations()).singleElement().asString().contains("left a node out");
    }

    @Test
    void anAgentThatWasStoppedInOrderIsNoMemberMeanwhile() {
        faults = List.of(new Fault(Fault.Kind.AGENT_STOPPED, "c", 550, 1_000));
        calls.add(part());

        assertThat(violations()).isEmpty();
    }

    @Test
    void oneThatIsStartedWhileAHostIsCutOffMayComeBackLater() {
        faults =
                List.of(
                        new Fault(Fault.Kind.AGENT_STOPPED, "c", 100, 200),
                        new Fault(Fault.Kind.CUT, "b", 50, 300));
        calls.add(part());
        assertThat(violations()).isEmpty();

        faults = List.of(faults.getFirst(), new Fault(Fault.Kind.DAEMON_FROZEN, "b", 50, 300));
        assertThat(violations()).singleElement().asString().contains("left a node out");
    }

    @Test
    void oneThatWasKilledIsMissed() {
        faults =
                List.of(
                        new Fault(Fault.Kind.AGENT_KILLED, "c", 550, 1_000),
                        new Fault(Fault.Kind.AGENT_STOPPED, "c", 700, 1_000),
                        new Fault(Fault.Kind.AGENT_STOPPED, "b", 550, 1_000));
        calls.add(part());

        assertThat(violations()).singleElement().asString().contains("left a node out");
    }

    @Test
    void aSuccessWithoutAllNodes() {
        calls.add(list(0, List.of("a", "b"), List.of("c"), "1", "2"));

        assertThat(violations()).singleElement().asString().contains("success with nodes that");
    }

    @Test
    void aListThatMissesWhatAnAnsweringNodeHas() {
        calls.add(list(3, List.of("a", "b"), List.of("c"), "1"));

        assertThat(violations()).singleElement().asString().contains("misses 2");
    }

    @Test
    void aListNeedNotKnowWhatASilentNodeHas() {
        calls.add(list(3, List.of("a", "c"), List.of("b"), "1"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aContainerThatWasCreatedAndIsNotThere() {
        there.put("b", List.of());

        assertThat(violations()).singleElement().asString().contains("created 2, which is not");
    }

    @Test
    void oneThatSomebodyMayHaveRemovedNeedNotBeThere() {
        there.put("b", List.of());
        calls.add(removal(3, "2"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aContainerThatWasRemovedAndIsThere() {
        calls.add(removal(0, "2"));

        assertThat(violations()).singleElement().asString().contains("2 was removed, and is there");
    }

    @Test
    void aRemovalFindsNothingOnANodeThatHasLeft() {
        faults = List.of(new Fault(Fault.Kind.AGENT_STOPPED, "b", 550, 1_000));
        calls.add(removal(0, "2"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aContainerOfWhichNobodyTold() {
        there.put("c", List.of(there("9", "3")));

        assertThat(violations())
                .singleElement()
                .asString()
                .contains("nobody told of")
                .contains("9");
    }

    @Test
    void anInstanceThatIsThereTwice() {
        there.put("c", List.of(there("3", "2")));
        repeated.add(creation(0, "2", "3"));

        assertThat(violations()).containsExactly("instance 2 of r is there 2 times");
    }

    @Test
    void aNameThatIsThereTwice() {
        webOnAAndC();

        assertThat(violations()).containsExactly("name web is there 2 times");
    }

    @Test
    void aNodeThatHadLeftInOrderBringsItsNamesBack() {
        webOnAAndC();
        faults = List.of(new Fault(Fault.Kind.AGENT_STOPPED, "c", 550, 1_000));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aNameMayBeThereTwiceIfThatWasSaid() {
        webOnAAndC();
        calls.add(webTo("9", "WARNING: the name web may be taken on a, which did not answer"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void twoDaemonsMayThinkOfTheSameName() {
        webOnAAndC();
        calls.removeIf(it -> it.name().equals("web"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void wordsOfAProgrammer() {
        calls.add(
                call(
                        Kind.LOGS,
                        0,
                        "",
                        "",
                        new Answer(
                                1,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                "herd: java.io.IOException")));

        assertThat(violations()).singleElement().asString().contains("not to be understood");
    }

    @Test
    void aHerdThatFindsTogetherTooLate() {
        healing = new Healing(15_001, healing.views());

        assertThat(violations()).singleElement().asString().contains("needed 15001 ms");
    }

    @Test
    void anAgentThatSeesOnlySome() {
        healing = new Healing(1, Map.of("a", ALL, "b", List.of("b", "c"), "c", ALL));

        assertThat(violations()).containsExactly("b sees [b, c]");
    }

    @Test
    void anAgentThatWasRestartedByItself() {
        agent = new AgentState(List.of(7L, 8L), false, List.of(40, 50), List.of(30, 31));

        assertThat(violations()).containsExactly("the agent of a was restarted by nobody");
    }

    @Test
    void anAgentThatKeepsWhatItOpened() {
        agent = new AgentState(List.of(7L, 7L), false, List.of(40, 80), List.of(30, 90));

        assertThat(violations())
                .containsExactly(
                        "the agent of a has 80 descriptors, and had 40",
                        "the agent of a has 90 threads, and had 30");
    }

    @Test
    void oneThatTheRunRestartedBeginsAnew() {
        agent = new AgentState(List.of(7L, 8L), true, List.of(40, 80), List.of(30, 90));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aNameMayBeTakenByAnother() {
        repeated.add(
                new Call(
                        Way.JOINED,
                        Kind.CREATE_NAMED,
                        List.of("create"),
                        30_000,
                        31_000,
                        10_000,
                        1,
                        "r",
                        "web",
                        "",
                        told(1)));

        assertThat(violations()).isEmpty();
    }

    private void webOnAAndC() {
        calls.add(webTo("8", ""));
        there.put("a", List.of(there("1", "1"), new There("8", "web", "", "")));
        there.put("c", List.of(new There("9", "web", "", "")));
    }

    private static Call webTo(String id, String text) {
        return new Call(
                Way.DOCKER_B,
                Kind.CREATE_NAMED,
                List.of("create"),
                900,
                1_000,
                10_000,
                1,
                "",
                "web",
                "",
                new Answer(0, List.of(), List.of(), List.of(), List.of(id), text));
    }

    private List<String> violations() {
        return Checker.violations(
                new History(1, faults, calls, repeated, there, healing, Map.of("a", agent)));
    }

    private static There there(String id, String instance) {
        return new There(id, "", "r", instance);
    }

    private static Answer told(int exit, String... containers) {
        return new Answer(exit, List.of(), List.of(), List.of(), List.of(containers), "");
    }

    private static Call creation(int exit, String... containers) {
        return call(Kind.CREATE, 2, "r", "", told(exit, containers));
    }

    private static Call removal(int exit, String target) {
        return call(Kind.REMOVE, 0, "", target, told(exit));
    }

    private static Call list(
            int exit, List<String> answered, List<String> failed, String... containers) {
        return call(
                Kind.LIST,
                0,
                "",
                "",
                new Answer(exit, ALL, answered, failed, List.of(containers), ""));
    }

    private static Call part() {
        var some = List.of("a", "b");
        var answer = new Answer(0, some, some, List.of(), List.of("1", "2"), "");
        return call(Kind.LIST, 0, "", "", answer);
    }

    private static Call call(Kind kind, int wanted, String request, String target, Answer answer) {
        var begun = kind == Kind.CREATE ? 0 : 500;
        return new Call(
                Way.JOINED,
                kind,
                List.of("herd"),
                begun,
                begun + 100,
                10_000,
                wanted,
                request,
                "",
                target,
                answer);
    }
}
