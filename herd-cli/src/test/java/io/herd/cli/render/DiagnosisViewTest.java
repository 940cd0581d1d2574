package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Outcome;
import io.herd.action.Result.Examined;
import io.herd.cluster.Member;
import io.herd.doctor.Diagnosis;
import io.herd.doctor.ExaminedNode;
import io.herd.herd.Skew;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Examination;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.Reachability;
import io.herd.model.Reachability.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosisViewTest {

    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final Style PLAIN = new Style(false, false, false, 0);

    private final Diagnosis diagnosis =
            new Diagnosis(
                    Set.of(A, B),
                    List.of(
                            patient(A, new Way.Open(Duration.ofNanos(412_000)), B, 0),
                            patient(B, new Way.Shut("no answer in time"), A, 90_000)),
                    List.of());

    @Test
    void whoTheyAreHowTheyReachEachOtherAndWhatIsWrong() {
        assertThat(picture(PLAIN))
                .isEqualTo(
                        """
                        NODE   HERD   DOCKER     API         CLOCK     ADDRESS
                        a      1.0    20.10.24   1.12-1.41   same      10.0.0.1:7800
                        b      1.0    20.10.24   1.12-1.41   +90.0 s   10.0.0.1:7800

                        FROM   TO a   TO b
                        a      -      0.4 ms
                        b      shut   -

                        problem: the clock of b is 90.0 s ahead of the others'
                          mend: let its host keep the time: timedatectl set-ntp true
                        problem: b cannot reach a at 10.0.0.1:7800: no answer in time; the other way, to b, is open
                          mend: let TCP from b to 10.0.0.1:7800 through, in the firewalls of both hosts and between them
                        """);
    }

    @Test
    void aProblemIsRedAtATerminal() {
        assertThat(picture(new Style(false, false, true, 80)))
                .contains("\u001b[31mproblem: b cannot", "\u001b[31mshut\u001b[0m");
    }

    @Test
    void aScriptFindsTheFindingsWithTheirNode() {
        assertThat(picture(new Style(false, true, false, 0)))
                .containsSubsequence(
                        "\"Name\": \"a\"",
                        "\"RoundTripMicros\": 412",
                        "\"Level\": \"problem\"",
                        "\"Problem\": \"b cannot reach a",
                        "\"Mend\": \"let TCP from b",
                        "\"Name\": \"b\"",
                        "\"Error\": \"no answer in time\"",
                        "\"ClockAheadMicros\": 90000000",
                        "\"Problem\": \"the clock of b");
    }

    private String picture(Style style) {
        return Pictures.of(DiagnosisView.of(diagnosis, diagnosis.findings("1.0")), style);
    }

    private static ExaminedNode patient(NodeName name, Way way, NodeName to, long aheadMillis) {
        var up = new DaemonState.Up("20.10.24", "1.41", 0, 0, 0, 2, 1L << 30);
        var seen =
                new Examination(
                        new NodeInfo(name, Pool.REGISTERED, Map.of(), "1.0", up),
                        "10.0.0.1:7800",
                        new DaemonProfile("1.12", "1.41", List.of()),
                        List.of(new Reachability(to, "10.0.0.1:7800", way)),
                        List.of());
        return new ExaminedNode(
                new Member(name, "10.0.0.1:7800"),
                new Outcome.Done(new Examined(seen)),
                Optional.of(new Skew(Duration.ofMillis(aheadMillis), Duration.ofMillis(1))));
    }
}
