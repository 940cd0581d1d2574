package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.NodeName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jgroups.Address;
import org.jgroups.MergeView;
import org.jgroups.View;
import org.junit.jupiter.api.Test;

class SeenMembersTest {

    private static final Address A = agent("a");
    private static final Address B = agent("b");

    private final SeenMembers seen = new SeenMembers();

    @Test
    void whoIsInTheViewIsSeen() {
        seen.view(view(1, A, B));

        assertThat(seen.contains(B)).isTrue();
    }

    @Test
    void whoIsNoneOfThemIsNot() {
        seen.view(view(1, A));

        assertThat(seen.contains(B)).isFalse();
    }

    @Test
    void whoIsJustJoiningIsWaitedFor() {
        seen.view(view(1, A));

        var asked = CompletableFuture.supplyAsync(() -> seen.contains(B));
        seen.view(view(2, A, B));

        assertThat(asked.join()).isTrue();
    }

    @Test
    void whoComesBackWithAnotherPartDidNotKnowWhenItAsked() {
        seen.view(view(2, A));
        var asking = new CompletableFuture<Thread>();
        var asked =
                CompletableFuture.supplyAsync(() -> {
                    asking.complete(Thread.currentThread());
                    return seen.contains(B);
                });
        while (asking.join().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        seen.view(new MergeView(A, 3, List.of(A, B), List.of(view(2, A), view(1, A, B))));

        assertThat(asked.join()).isFalse();
        assertThat(seen.contains(B)).isTrue();
    }

    private static View view(long id, Address... members) {
        return View.create(A, id, members);
    }

    private static Address agent(String name) {
        return HerdAddress.agent(
                new NodeName(name), new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
    }
}
