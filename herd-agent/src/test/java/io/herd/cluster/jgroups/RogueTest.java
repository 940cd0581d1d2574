package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.names;
import static io.herd.cluster.jgroups.Members.nodes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A member that has the key, and misbehaves: it may do what the key lets it, and takes down nobody.
 */
class RogueTest {

    private static final Duration HEALED = Duration.ofSeconds(30);

    private final Members herd = Members.withKey();
    private JGroupsCluster a;
    private JGroupsCluster b;
    private JGroupsCluster c;

    @BeforeEach
    void threeAgents() throws Exception {
        a = herd.agent("a");
        b = herd.agent("b");
        c = herd.agent("c");
        allSeeAll();
    }

    @AfterEach
    void everybodyLeaves() {
        herd.close();
    }

    private void allSeeAll() {
        for (var agent : List.of(a, b, c)) {
            await().atMost(HEALED)
                    .untilAsserted(() -> assertThat(names(agent)).containsExactly("a", "b", "c"));
        }
    }

    private void allAnswer() {
        for (var agent : List.of(a, b, c)) {
            var answers =
                    agent.gather(
                            nodes("a", "b", "c"),
                            new Action.DescribeNode(),
                            Deadline.in(Duration.ofSeconds(10)));
            assertThat(answers.byNode().values()).allMatch(Outcome.Done.class::isInstance);
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        var random = new byte[5_000];
        new Random(1).nextBytes(random);
        try (var rogue = herd.odd("z")) {
            for (var bytes :
                    List.of(
                            new byte[0],
                            random,
                            new byte[2_000_000],
                            "[".repeat(200_000).getBytes(UTF_8),
                            "{\"a\":".repeat(100_000).getBytes(UTF_8),
                            "{\"timeoutMillis\":1000,\"action\":\"nix\"}".getBytes(UTF_8),
                            "{\"timeoutMillis\":1e99,\"action\":{}}".getBytes(UTF_8))) {
                assertThat(rogue.ask("a", bytes)).isInstanceOf(Outcome.Refused.class);
            }
            allAnswer();
        }
    }

    @Test
    void afterAViewOfItsOwnTheOthersFindTogetherAgain() throws Exception {
        try (var rogue = herd.odd("z")) {
            await().untilAsserted(() -> assertThat(rogue.link().agents().members()).hasSize(4));
            var others = List.of(rogue.at("a"), rogue.at("b"));
            others.forEach(rogue::tellThatAllOthersAreGone);
            await().untilAsserted(() -> assertThat(names(a)).doesNotContain("c"));
        }

        allSeeAll();
        allAnswer();
    }
}
