package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding out what is wrong with a real herd. */
@ExtendWith(Lab.Up.class)
class DoctorIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Lab lab;

    DoctorIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void openAllWays() {
        lab.startOn("c", "iptables", "-F", "INPUT").await().succeeded();
        lab.mend();
    }

    @Test
    void nothingIsWrongWithAHerdThatIsWell() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    var doctor = lab.herd("doctor").succeeded();
                    assertThat(doctor.out()).endsWith("Nothing is wrong.\n");
                    assertThat(doctor.out())
                            .containsPattern("(?m)^FROM +TO a +TO b +TO c$")
                            .containsPattern("(?m)^a +- +[0-9.]+ ms +[0-9.]+ ms$")
                            .containsPattern("(?m)^c +\\S+ +[0-9]+\\.\\S+ +1\\.[0-9]+-1\\.[0-9]+ ");
                    assertThat(doctor.err()).isEmpty();
                });
        assertThat(lab.herd("doctor", "--json").succeeded().out())
                .contains("\"BridgeSubnets\": [\n          \"172.");
    }

    @Test
    void aFirewallThatIsOpenInOneDirectionOnlyIsFound() {
        lab.startOn(
                        "c",
                        "iptables",
                        "-A",
                        "INPUT",
                        "-s",
                        "10.213.0.0/16",
                        "-p",
                        "tcp",
                        "--syn",
                        "--dport",
                        "7800",
                        "-j",
                        "DROP")
                .await()
                .succeeded();

        var doctor = lab.herd("doctor", "--node", "b,c", "--join", lab.address("a"));

        assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isEqualTo(1);
        assertThat(doctor.out())
                .contains(
                        "problem: b cannot reach c at " + lab.address("c"),
                        "; the other way, to b, is open",
                        "mend: let TCP from b to " + lab.address("c") + ":7800 through")
                .containsPattern("(?m)^b +[0-9.]+ ms +- +shut$");
    }

    @Test
    void aDaemonThatIsDownAndAnUnregisteredNodeAreFound() {
        lab.herd("node", "unregister", "a").succeeded();
        lab.daemon("b", "stop");

        var doctor = lab.herd("doctor");
        lab.herd("node", "register", "a").succeeded();

        assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isEqualTo(1);
        assertThat(doctor.out())
                .contains(
                        "problem: the Docker daemon of b is down: ",
                        "remark: a is unregistered and takes no new containers");
    }

    @Test
    void anAgentThatHangsIsNamed() {
        lab.freeze("c");

        // Before the herd notices it is a node without an answer, later a stranger at its place.
        var doctor =
                lab.herd("doctor", "--deadline", "3s", "--socket", lab.agentSocket("a").toString());

        assertThat(doctor.out() + doctor.err()).contains("c");
        assertThat(doctor.out())
                .containsAnyOf(
                        "problem: c gives no answer: no answer within",
                        "problem: c gives no answer: unreachable",
                        "remark: somebody listens at " + lab.address("c"));
        assertThat(doctor.exit()).isIn(0, 3);
    }
}
