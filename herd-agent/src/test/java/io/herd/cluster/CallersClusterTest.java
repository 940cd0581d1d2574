package io.herd.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersClusterTest {

    private static final NodeName A = new NodeName("a");
    private static final Caller JANE = new Caller("jane", By.SOCKET, "b");
    private static final Caller ROOT = new Caller("root", By.SOCKET, "b");
    private static final Action START = new Action.StartContainer("abc");

    private final InProcessCluster herd =
            new InProcessCluster().with("a", (_, _) -> new Outcome.Done(new Result.Nothing()));
    private final Cluster janes = new CallersCluster(JANE, herd);

    @Test
    void allThatGoesThroughItIsOnBehalfOfTheCaller() {
        var _ = janes.send(A, START, soon());
        var _ = janes.gather(Set.of(A), START, soon());
        var _ = janes.open(A, new Streaming.Wait("abc"), soon());

        assertThat(herd.callers()).containsExactly(JANE, JANE, JANE);
    }

    @Test
    void whateverIsSaidThereOfWhoAsks() {
        var _ = janes.send(A, new Action.OnBehalf(ROOT, new Action.OnBehalf(ROOT, START)), soon());
        var _ = janes.open(A, new Streaming.OnBehalf(ROOT, new Streaming.Wait("abc")), soon());

        assertThat(herd.callers()).containsExactly(JANE, JANE);
        assertThat(herd.sent()).containsExactly(new InProcessCluster.Sent(A, START));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
