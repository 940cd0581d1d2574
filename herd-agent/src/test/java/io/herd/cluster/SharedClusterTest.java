package io.herd.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Echo;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedClusterTest {

    private final Counting cluster = new Counting();
    private final SharedCluster mine = new SharedCluster(cluster);

    @Test
    void whoeverLeavesEndsTheirOwnStreamsAndNothingElse() {
        var others = new SharedCluster(cluster);
        open(mine);
        open(mine);
        open(others);

        mine.close();

        assertThat(cluster.ended).isEqualTo(2);
        assertThat(cluster.left).isFalse();
    }

    @Test
    void aStreamThatBeginsWhileTheyLeaveIsEndedAtOnce() {
        cluster.opening = mine::close;

        open(mine);

        assertThat(cluster.ended).isEqualTo(1);
    }

    @Test
    void nothingIsAskedForWhoeverHasLeft() {
        var a = new NodeName("a");
        var soon = Deadline.in(Duration.ofSeconds(1));
        mine.close();

        assertThat(mine.send(a, new Action.DescribeNode(), soon))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(mine.gather(Set.of(a), new Action.DescribeNode(), soon).of(a))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(mine.open(a, Echo.cat(), soon)).isInstanceOf(Opening.Not.class);
    }

    private static void open(Cluster in) {
        in.open(new NodeName("a"), Echo.cat(), Deadline.in(Duration.ofSeconds(1)));
    }

    /** Nobody is there to be asked, and everything can be opened. */
    private static final class Counting implements Cluster {

        private int ended;
        private boolean left;
        private Runnable opening = () -> {};

        @Override
        public List<Member> members() {
            return List.of();
        }

        @Override
        public Outcome send(NodeName to, Action action, Deadline deadline) {
            return new Outcome.Unreachable("not in the view");
        }

        @Override
        public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
            return new Answers(new TreeMap<>());
        }

        @Override
        public Opening open(NodeName node, Streaming what, Deadline deadline) {
            opening.run();
            return new Opening.Open(
                    new Session(
                            InputStream.nullInputStream(),
                            OutputStream.nullOutputStream(),
                            () -> ended++));
        }

        @Override
        public void close() {
            left = true;
        }
    }
}
