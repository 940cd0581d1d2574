package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that are taken out of the pool of those that take new containers. */
@ExtendWith(Lab.Up.class)
class PoolIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Lab lab;

    PoolIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void registerAll() {
        lab.up();
        lab.ask("node", "register", "a", "b", "c").succeeded();
        lab.ask("node", "update", "--label-rm", "zone", "b").succeeded();
        lab.removeAllContainers();
    }

    @Test
    void anUnregisteredNodeGetsNothingNewAndKeepsWhatItHas() {
        lab.ask(
                        "container",
                        "create",
                        "--template",
                        "test",
                        "--start",
                        "--name",
                        "old",
                        "--node",
                        "b")
                .succeeded();

        assertThat(lab.ask("node", "unregister", "b").succeeded().lines()).containsExactly("b");

        assertThat(lab.ask("node", "ls").succeeded().out())
                .containsPattern("(?m)^b +ready +unregistered ");
        var created = lab.ask("container", "create", "--template", "test", "-n", "4").succeeded();
        assertThat(created.err()).contains("node b was passed over: it is unregistered");
        assertThat(lab.docker("b", "ps", "-aq").lines()).hasSize(1);
        assertThat(lab.ask("ps", "-a", "-q").succeeded().lines()).hasSize(5);
        assertThat(lab.ask("ps", "-q", "--node", "b").succeeded().lines()).hasSize(1);
        assertThat(lab.ask("container", "inspect", "old").succeeded().out())
                .contains("\"Running\": true");
    }

    @Test
    void containersGoWhereTheLabelsSay() {
        lab.ask("node", "update", "--label-add", "zone=east", "b").succeeded();
        lab.agent("b", "restart");
        lab.up();
        assertThat(lab.ask("node", "inspect", "b").succeeded().out())
                .contains("\"Name\": \"b\"", "\"zone\": \"east\"", "\"ServerVersion\"");

        createWhere("node.labels.zone==east", 3).succeeded();
        createWhere("node.labels.zone!=east", 2).succeeded();

        assertThat(lab.docker("b", "ps", "-aq").lines()).hasSize(3);
        assertThat(lab.docker("a", "ps", "-aq").lines()).hasSize(1);
        assertThat(lab.docker("c", "ps", "-aq").lines()).hasSize(1);
    }

    private Run.Ended createWhere(String constraint, int instances) {
        return lab.ask(
                "container",
                "create",
                "--template",
                "test",
                "-n",
                String.valueOf(instances),
                "--constraint",
                constraint);
    }

    @Test
    void anAgentCanBeStartedWithLabels() {
        try (var agent =
                lab.startHerdOn(
                        "b",
                        "agent",
                        "--name=d",
                        "--docker=unix://" + lab.socket("b"),
                        "--bind=" + lab.address("b") + ":7904",
                        "--label",
                        "zone=west")) {
            await().atMost(SOON).until(() -> lab.ask("node", "ls", "-q").lines().contains("d"));

            var created = createWhere("node.labels.zone==west", 2);

            assertThat(created.succeeded().err()).contains("created 2 on d");
            var removed = lab.ask("node", "update", "--label-rm", "zone", "d");
            assertThat(removed.err()).contains("label 'zone' is the agent's own");
            assertThat(removed.exit()).isEqualTo(1);
            agent.terminate();
            agent.await();
        }
    }

    @Test
    void itIsKnownAtOnceToAnAgentThatJoinsLaterAndOutlivesARestart() {
        lab.ask("node", "unregister", "b").succeeded();
        lab.agent("a", "restart");
        lab.agent("b", "restart");
        lab.up();

        var nodes =
                lab.startOn("a", lab.herd().toString(), "node", "ls", "--join", lab.address("a"))
                        .await();

        assertThat(nodes.succeeded().out())
                .containsPattern("(?m)^a +ready +registered ")
                .containsPattern("(?m)^b +ready +unregistered ");
        assertThat(lab.docker("b", "volume", "ls", "-q").lines())
                .anyMatch(name -> name.startsWith("herd.node."));
    }
}
