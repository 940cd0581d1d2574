package io.herd.cli.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.herd.Herd;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ForegroundTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void aCommandThatEndsBecauseItsHerdIsTakenAwayHasNothingToSay() throws Exception {
        var herd = new TestHerd();
        var running =
                new Foreground(
                        List.of("container", "ls"),
                        (_, _, timeout) -> new Herd(new Taken(herd.cluster), timeout),
                        herd.context(new Captured(false)));
        var cancelling =
                Thread.ofVirtual()
                        .start(() -> {
                            waitFor(asked);
                            running.cancel();
                        });

        var ran = running.run();
        over.countDown();

        assertThat(ran).isEmpty();
        assertThat(cancelling.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aCommandThatIsCancelledBeforeItRunsAsksNobody() {
        var herd = new TestHerd();
        var early =
                new Foreground(List.of("container", "ls"), herd, herd.context(new Captured(false)));
        early.cancel();

        assertThat(early.run()).isEmpty();
        assertThat(herd.joins).hasValue(0);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers only when it is left, and is not left before the command is over. */
    private final class Taken implements Cluster {

        private final Cluster cluster;

        Taken(Cluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public List<Member> members() {
            return cluster.members();
        }

        @Override
        public Outcome send(NodeName to, Action action, Deadline deadline) {
            return cluster.send(to, action, deadline);
        }

        @Override
        public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
            asked.countDown();
            waitFor(taken);
            return cluster.gather(to, action, deadline);
        }

        @Override
        public Opening open(NodeName node, Streaming what, Deadline deadline) {
            return cluster.open(node, what, deadline);
        }

        @Override
        public void close() {
            if (taken.getCount() > 0) {
                taken.countDown();
                waitFor(over);
            }
        }
    }
}
