package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host that has no room left, a slow daemon, a slow cable or a wrong clock. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Lab lab;

    HostFaultsIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void hosts() {
        lab.mend();
    }

    @AfterEach
    void tidy() {
        lab.removeAllContainers();
    }

    @Test
    void aDiskThatIsFullIsPassedOverAndNamedWhereNothingElseWillDo() {
        lab.script("disk", "b", "full").succeeded();
        try {
            var spread = lab.ask("create", "--template", "test", "-n", "3").succeeded();
            assertThat(spread.lines()).hasSize(3);
            assertThat(spread.err()).contains("on a", "on c").doesNotContain("on b");

            var there = lab.ask("run", "-d", "--node", "b", "busybox", "true");
            assertThat(there.exit()).isNotZero();
            assertThat(there.err()).contains("b: ", "no space left on device");
            assertThat(lab.ask("node", "ls").succeeded().out()).containsPattern("(?m)^b +ready ");
        } finally {
            lab.script("disk", "b", "free").succeeded();
        }
        assertThat(lab.ask("run", "-d", "--node", "b", "busybox", "true").succeeded().lines())
                .hasSize(1);
    }

    @Test
    void aSlowDaemonIsWaitedForButNotForLongerThanTheDeadline() {
        try (var _ = SlowDaemon.at(lab.socket("b"), Duration.ofSeconds(4))) {
            assertThat(lab.ask("ps").succeeded().err()).isEmpty();

            var impatient = lab.ask("ps", "--deadline", "2s");
            assertThat(impatient.exit()).isEqualTo(3);
            assertThat(impatient.err()).startsWith("herd: node b: ").doesNotContain("node c: ");
        }
        assertThat(lab.ask("ps", "--deadline", "2s").succeeded().err()).isEmpty();
    }

    @Test
    void packetsThatAreLateAndOvertakeEachOtherChangeNothing() {
        lab.script("link", "b", "slow").succeeded();
        try {
            var id = running("b");
            assertThat(lab.herd("ps", "-q").succeeded().lines()).hasSize(1);

            var numbers = lab.ask("exec", id, "seq", "100000").succeeded().lines();
            assertThat(numbers).isEqualTo(numbers(100_000));
        } finally {
            lab.script("link", "b", "mend").succeeded();
        }
    }

    private String running(String node) {
        return lab.ask("run", "-d", "--node", node, "busybox", "sleep", "1000")
                .succeeded()
                .lines()
                .getFirst();
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    @Test
    void anAgentWhoseClockIsAnHourOffIsInTheHerdAndTheDoctorSaysSo() {
        lab.agent("b", "kill");
        lab.startWithClock("b", "+1h");
        try {
            assertThat(lab.ask("node", "ls").succeeded().out()).containsPattern("(?m)^b +ready ");
            assertThat(lab.ask("create", "--template", "test", "-n", "3").succeeded().err())
                    .contains("on b");
            assertThat(lab.startBeside("b", "ps", "-aq").await().succeeded().lines()).hasSize(3);
            assertThat(lab.herd("ps", "-aq").succeeded().lines()).hasSize(3);

            var doctor = lab.ask("doctor");
            assertThat(doctor.out())
                    .containsPattern("the clock of b is 3(600|599)[.][0-9] s ahead of the others");
            endsACommandWithItsCaller();
        } finally {
            lab.agent("b", "kill");
            lab.agent("b", "start");
        }
    }

    private void endsACommandWithItsCaller() {
        var id = running("b");
        try (var command = lab.start("exec", id, "sleep", "77")) {
            await().atMost(SOON).until(() -> lab.docker("b", "top", id).out().contains("sleep 77"));
            command.terminate();
            command.await();
        }
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(lab.docker("b", "top", id).out())
                                .contains("sleep 1000")
                                .doesNotContain("sleep 77"));
    }
}
