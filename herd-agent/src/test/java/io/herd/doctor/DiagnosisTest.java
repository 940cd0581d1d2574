package io.herd.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.herd.action.Outcome;
import io.herd.action.Result.Examined;
import io.herd.cluster.Member;
import io.herd.doctor.Finding.Level;
import io.herd.herd.Skew;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Examination;
import io.herd.model.GoneNode;
import io.herd.model.JoinPlace;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.Reachability;
import io.herd.model.Reachability.Way;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final String VERSION = "1.0";
    private static final DaemonState UP =
            new DaemonState.Up("20.10.24", "1.41", 0, 0, 0, 2, 1L << 30);
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final NodeName C = new NodeName("c");

    @Test
    void nothingIsSaidOfAHerdThatIsWell() {
        assertThat(findings(well(A, B, C), well(B, A, C), well(C, A, B))).isEmpty();
    }

    @Test
    void aNodeThatDoesNotAnswerIsNamed() {
        var silent = patient(B, new Outcome.TimedOut(Duration.ofSeconds(3)), Duration.ZERO);

        assertThat(findings(well(A, B), silent))
                .containsExactly(
                        Finding.problem(
                                B,
                                "b gives no answer: no answer within 3.0 s",
                                "look at its agent, with 'journalctl -u herd-agent' on its host"));
    }

    @Test
    void anAgentThatIsTooOldToBeAskedIsToBeUpgraded() {
        var old = patient(B, new Outcome.Refused("does not know 'node.examine'"), Duration.ZERO);

        assertThat(findings(well(A, B), old).getFirst().mend()).startsWith("upgrade its agent");
    }

    @Test
    void aDaemonThatIsDownIsAProblemAndAnUnregisteredNodeARemark() {
        var info =
                new NodeInfo(
                        A, Pool.UNREGISTERED, Map.of(), VERSION, new DaemonState.Down("no socket"));

        assertThat(findings(seen(info, "10.0.0.1:7800", List.of(), List.of())))
                .extracting(Finding::level, Finding::problem)
                .containsExactly(
                        tuple(Level.PROBLEM, "the Docker daemon of a is down: no socket"),
                        tuple(Level.REMARK, "a is unregistered and takes no new containers"));
    }

    @Test
    void anAgentOfAnotherVersionIsNamedWithBoth() {
        var info = new NodeInfo(A, Pool.REGISTERED, Map.of(), "0.9", UP);

        assertThat(findings(seen(info, "10.0.0.1:7800", List.of(), List.of())))
                .extracting(Finding::problem)
                .containsExactly("a runs herd 0.9, this command is 1.0");
    }

    @Test
    void aClockThatIsWrongIsNamedAndNotThoseThatAreRight() {
        var late = patient(C, well(C, A, B).outcome(), Duration.ofHours(-1));

        assertThat(findings(well(A, B, C), well(B, A, C), late))
                .extracting(Finding::node, Finding::problem)
                .containsExactly(tuple(C, "the clock of c is 3600.0 s behind the others'"));
    }

    @Test
    void whereEverybodyElseAgreesTheAskersOwnClockIsNotHeldAgainstThem() {
        var hour = Duration.ofHours(1);

        assertThat(
                        findings(
                                patient(A, well(A, B, C).outcome(), hour),
                                patient(B, well(B, A, C).outcome(), hour),
                                patient(C, well(C, A, B).outcome(), hour)))
                .isEmpty();
    }

    @Test
    void aWayThatIsShutInOneDirectionIsToldFromOneThatIsCut() {
        var c = node(C, reach(A, true), reach(B, true));

        assertThat(
                        findings(
                                node(A, reach(B, true), reach(C, false)),
                                node(B, reach(A, true), reach(C, false)),
                                c))
                .extracting(Finding::problem)
                .containsExactly(
                        "a, b cannot reach c at 10.0.0.9:7800: no answer in time; the other way, to a, b, is open");
        assertThat(findings(node(A, reach(B, false)), node(B, reach(A, false))))
                .extracting(Finding::problem)
                .containsExactly(
                        "b cannot reach a at 10.0.0.9:7800: no answer in time",
                        "a cannot reach b at 10.0.0.9:7800: no answer in time");
    }

    @Test
    void aNodeThatSeesLessOfTheHerdIsNamed() {
        assertThat(findings(well(A, B, C), well(B, A, C), well(C, A)))
                .extracting(Finding::problem)
                .containsExactly("c does not see b in the herd");
    }

    @Test
    void anAddressOnADockerBridgeIsAProblem() {
        var info = new NodeInfo(A, Pool.REGISTERED, Map.of(), VERSION, UP);

        assertThat(findings(seen(info, "172.17.0.1:7800", List.of(), List.of())))
                .extracting(Finding::problem)
                .containsExactly(
                        "a listens on 172.17.0.1, on a Docker bridge: other hosts cannot reach it there");
        assertThat(findings(seen(info, "172.18.0.1:7800", List.of(), List.of()))).isEmpty();
    }

    @Test
    void whoIsWhereTheHerdWasToBeIsSaid() {
        var info = new NodeInfo(A, Pool.REGISTERED, Map.of(), VERSION, UP);
        var places =
                Arrays.stream(JoinPlace.Found.values())
                        .map(found -> new JoinPlace("x:7800", found))
                        .toList();

        assertThat(findings(seen(info, "10.0.0.1:7800", List.of(), places)))
                .extracting(Finding::level, Finding::problem)
                .containsExactly(
                        tuple(
                                Level.PROBLEM,
                                "at x:7800, where a looks for the herd, is somebody with another key or of another herd"),
                        tuple(Level.REMARK, "nobody listens at x:7800, where a looks for the herd"),
                        tuple(
                                Level.REMARK,
                                "somebody listens at x:7800, where a looks for the herd, and is not in it"));
    }

    @Test
    void aNodeThatWasLostIsAProblemUntilItIsForgotten() {
        var gone = new GoneNode(B, "10.0.0.2:7800", Duration.ofMinutes(5), Optional.empty());

        assertThat(new Diagnosis(Set.of(A), List.of(well(A)), List.of(gone)).findings(VERSION))
                .containsExactly(
                        new Finding(
                                B,
                                Level.PROBLEM,
                                "b was lost and is not back; its agent was at 10.0.0.2:7800",
                                "look at its host and its agent there; if it will not come back: herd node forget b"));
    }

    private static List<Finding> findings(ExaminedNode... patients) {
        return new Diagnosis(
                        Set.copyOf(Arrays.stream(patients).map(ExaminedNode::name).toList()),
                        List.of(patients),
                        List.of())
                .findings(VERSION);
    }

    private static ExaminedNode well(NodeName name, NodeName... others) {
        return node(
                name,
                Arrays.stream(others)
                        .map(other -> reach(other, true))
                        .toArray(Reachability[]::new));
    }

    private static ExaminedNode node(NodeName name, Reachability... reaches) {
        var info = new NodeInfo(name, Pool.REGISTERED, Map.of(), VERSION, UP);
        return seen(info, "10.0.0.9:7800", List.of(reaches), List.of());
    }

    private static Reachability reach(NodeName to, boolean open) {
        return new Reachability(
                to,
                "10.0.0.9:7800",
                open ? new Way.Open(Duration.ofMillis(1)) : new Way.Shut("no answer in time"));
    }

    private static ExaminedNode seen(
            NodeInfo info, String address, List<Reachability> reaches, List<JoinPlace> places) {
        var profile = new DaemonProfile("1.12", "1.41", List.of("172.17.0.0/16"));
        return patient(
                info.name(),
                new Outcome.Done(
                        new Examined(new Examination(info, address, profile, reaches, places))),
                Duration.ZERO);
    }

    private static ExaminedNode patient(NodeName name, Outcome outcome, Duration ahead) {
        return new ExaminedNode(
                new Member(name, "10.0.0.9:7800"),
                outcome,
                Optional.of(new Skew(ahead, Duration.ofMillis(1))));
    }
}
