package io.herd.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LostNodesTest {

    private static final Member A = member("a", 1);
    private static final Member B = member("b", 2);
    private static final Member C = member("c", 3);

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration YOUNG = Duration.ZERO;

    private final LostNodes lost = new LostNodes(() -> now);

    @Test
    void aNodeThatIsLostIsGoneSinceThenWithWhatItHad() {
        lost.view(List.of(A, B));
        lost.counted(B.name(), 7);
        lost.view(List.of(A));
        now = now.plusSeconds(90);

        assertThat(lost.gone())
                .containsExactly(
                        new GoneNode(
                                B.name(), B.address(), Duration.ofSeconds(90), Optional.of(7)));
    }

    @Test
    void whoeverWasThereIsThereOrGone() {
        lost.view(List.of(A, B));
        assertThat(lost.roster()).isEqualTo(new Roster(List.of(A, B), List.of()));

        lost.view(List.of(A));
        assertThat(lost.roster().members()).containsExactly(A);
        assertThat(lost.roster().gone()).extracting(GoneNode::name).containsExactly(B.name());
    }

    @Test
    void aNodeThatSaysThatItLeavesIsNotGone() {
        lost.view(List.of(A, B));
        lost.leaves(B);
        lost.view(List.of(A));

        assertThat(lost.gone()).isEmpty();
    }

    /** While the coordinator is cut off, a node can leave and be back within one view. */
    @Test
    void aNodeThatIsBackBeforeTheViewWasToldThatItLeftIsGoneWhenItIsLost() {
        lost.view(List.of(A, B));
        lost.leaves(B);
        lost.started(Set.of(B.name()));
        lost.view(List.of(A, B));
        lost.view(List.of(A));

        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(B.name());
    }

    @Test
    void itIsNotGoneEvenIfTheViewIsToldOfItFirst() {
        lost.view(List.of(A, B));
        lost.view(List.of(A));
        lost.leaves(B);

        assertThat(lost.gone()).isEmpty();
    }

    @Test
    void aNodeThatLeftAndCameBackCanBeLostLater() {
        lost.view(List.of(A, B));
        lost.leaves(B);
        lost.view(List.of(A));
        lost.view(List.of(A, B));
        lost.view(List.of(A));

        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(B.name());
    }

    @Test
    void anotherAgentOfItsNameDoesNotSpeakForIt() {
        lost.view(List.of(A, B));
        lost.leaves(member("b", 9));
        lost.view(List.of(A));

        assertThat(lost.gone()).hasSize(1);
    }

    @Test
    void aNodeThatIsBackIsNotGone() {
        lost.view(List.of(A, B));
        lost.view(List.of(A));
        lost.view(List.of(A, member("b", 9)));

        assertThat(lost.gone()).isEmpty();
    }

    @Test
    void afterADayOrWhenForgottenItIsNotGoneAnyMore() {
        lost.view(List.of(A, B, C));
        lost.view(List.of(A));
        lost.forget(B.name());
        now = now.plus(Duration.ofDays(1)).minusSeconds(1);
        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(C.name());

        now = now.plusSeconds(1);
        assertThat(lost.gone()).isEmpty();
    }

    @Test
    void whoeverWasForgottenIsNotMissedAgainByWhatIsSeenOrToldLate() {
        lost.view(List.of(A, B, C));
        lost.view(List.of(A, C));
        lost.forget(B.name());
        lost.forget(C.name());
        lost.view(List.of(A));
        lost.learn(List.of(gone("b", 1), gone("c", 1)), YOUNG);
        assertThat(lost.gone()).isEmpty();

        // But if it has been there again, or somebody misses it still.
        lost.view(List.of(A, B));
        lost.view(List.of(A));
        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(B.name());
        now = now.plusSeconds(11);
        lost.learn(List.of(gone("c", 12)), YOUNG);
        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(B.name(), C.name());
    }

    @Test
    void whoeverComesLearnsOfOthersThatAreGoneButNotOfThoseThatAreHere() {
        assertThat(lost.view(List.of(A))).isFalse();
        assertThat(lost.view(List.of(A, B))).isTrue();
        assertThat(lost.view(List.of(A, B, C))).isFalse();
        lost.view(List.of(A, B));

        lost.learn(List.of(gone("b", 5), gone("c", 5), gone("d", 60)), YOUNG);

        assertThat(lost.gone())
                .extracting(node -> node.name() + " " + node.ago().toSeconds())
                .containsExactly("c 0", "d 60");
    }

    @Test
    void whoeverDoesNotKnowWhatALostNodeHadLearnsItFromAnotherAgent() {
        lost.view(List.of(A, B, C));
        lost.counted(C.name(), 3);
        assertThat(lost.uncounted()).containsExactly(A.name(), B.name());
        assertThat(lost.lacksCounts()).isFalse();
        lost.view(List.of(A));
        assertThat(lost.lacksCounts()).isTrue();
        now = now.plusSeconds(10);

        lost.learn(List.of(had(member("b", 9), 5)), YOUNG);
        assertThat(lost.lacksCounts()).isTrue();
        lost.learn(List.of(had(B, 7), had(C, 8)), YOUNG);

        assertThat(lost.lacksCounts()).isFalse();
        assertThat(lost.gone())
                .containsExactly(
                        new GoneNode(B.name(), B.address(), Duration.ofSeconds(10), Optional.of(7)),
                        new GoneNode(
                                C.name(), C.address(), Duration.ofSeconds(10), Optional.of(3)));
    }

    @Test
    void whoeverWasInTheHerdWhenThisAgentWasIsMissedUntilItIsHere() {
        lost.miss(List.of(B, C));
        lost.view(List.of(A));
        now = now.plusSeconds(20);
        assertThat(lost.gone())
                .extracting(node -> node.name() + " " + node.ago().toSeconds())
                .containsExactly("b 20", "c 20");

        lost.view(List.of(A, B));

        assertThat(lost.gone()).extracting(GoneNode::name).containsExactly(C.name());
    }

    @Test
    void whatIsAssumedEndsWithAnAgentThatKnowsBetter() {
        lost.miss(List.of(B, C));
        lost.view(List.of(A));
        now = now.plusSeconds(20);

        lost.learn(List.of(), Duration.ofSeconds(19));
        assertThat(lost.gone()).as("that one came later").hasSize(2);
        lost.learn(List.of(gone("c", 300)), Duration.ofSeconds(21));

        assertThat(lost.gone())
                .extracting(node -> node.name() + " " + node.ago().toSeconds())
                .containsExactly("c 300");
    }

    @Test
    void anAgentThatIsNotInTheHerdYetDoesNotKnowBetter() {
        now = now.plusSeconds(20);
        assertThat(lost.age()).isZero();

        lost.view(List.of(A));
        now = now.plusSeconds(3);
        lost.view(List.of(A, B));

        assertThat(lost.age()).isEqualTo(Duration.ofSeconds(3));
    }

    private static GoneNode had(Member member, int containers) {
        return new GoneNode(
                member.name(), member.address(), Duration.ofSeconds(99), Optional.of(containers));
    }

    private static GoneNode gone(String name, int seconds) {
        return new GoneNode(
                new NodeName(name), "x:7800", Duration.ofSeconds(seconds), Optional.empty());
    }

    private static Member member(String name, int number) {
        return new Member(new NodeName(name), "10.0.0." + number + ":7800");
    }
}
