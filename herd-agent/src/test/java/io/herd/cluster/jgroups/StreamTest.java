package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Echo;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams past the group: directly to their owner, with and without a key. */
class StreamTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSentFlowsBothWaysToTheEnd(boolean withKey) throws Exception {
        try (var herd = withKey ? Members.withKey() : Members.withoutKey()) {
            herd.agent("a");
            herd.agent("b");
            try (var session = open(herd.client(), "b")) {
                session.send(in("hello"));
                assertThat(text(session.receive())).isEqualTo("hello");
                session.send(in("again"));
                assertThat(text(session.receive())).isEqualTo("again");

                session.send(new Frame.EndOfInput());
                assertThat(session.receive()).isEqualTo(new Frame.Exited(7));
            }
        }
    }

    @Test
    void anAgentOpensStreamsOfItsOwnNodeToo() throws Exception {
        try (var herd = Members.withKey()) {
            try (var session = open(herd.agent("a"), "a")) {
                session.send(in("hello"));
                assertThat(text(session.receive())).isEqualTo("hello");
            }
        }
    }

    @Test
    void whyAStreamCannotBeOpenedIsAnOutcome() throws Exception {
        try (var herd = Members.withoutKey()) {
            var agent = herd.agent("a");

            assertThat(agent.open(new NodeName("a"), Echo.nothing(), soon()))
                    .isInstanceOfSatisfying(
                            Opening.Not.class,
                            not ->
                                    assertThat(not.why())
                                            .isInstanceOfSatisfying(
                                                    Outcome.Failed.class,
                                                    failed ->
                                                            assertThat(failed.failure().kind())
                                                                    .isEqualTo(Kind.NOT_FOUND)));
            assertThat(agent.open(new NodeName("z"), Echo.cat(), soon()))
                    .isInstanceOfSatisfying(
                            Opening.Not.class,
                            not -> assertThat(not.why()).isInstanceOf(Outcome.Unreachable.class));
        }
    }

    @Test
    void whoStopsReadingHoldsUpTheSourceAndNobodyElse() throws Exception {
        try (var herd = Members.withKey()) {
            var echo = new Echo();
            herd.agent("a", echo);
            var client = herd.client();
            try (var _ = open(client, "a", Echo.endless())) {
                await().untilAsserted(() -> assertThat(echo.sent()).isPositive());
                await().during(Duration.ofMillis(500))
                        .atMost(Duration.ofSeconds(20))
                        .until(echo::sent, new Unchanged()::test);

                try (var other = open(client, "a", Echo.cat())) {
                    other.send(in("hello"));
                    assertThat(text(other.receive())).isEqualTo("hello");
                }
                assertThat(client.send(new NodeName("a"), CallTest.DESCRIBE, soon()))
                        .isInstanceOf(Outcome.Done.class);
            }
            await().untilAsserted(() -> assertThat(echo.serving()).isZero());
        }
    }

    @Test
    void aStreamEndsWithTheAgentItComesFrom() throws Exception {
        assertEndsBy(SpawnedAgent::kill);
    }

    @Test
    void aStreamOfAFrozenAgentEndsWhenTheHerdGivesItUp() throws Exception {
        assertEndsBy(SpawnedAgent::freeze);
    }

    private static void assertEndsBy(ThrowingConsumer<SpawnedAgent> harm) throws Exception {
        try (var herd = Members.withKey()) {
            herd.agent("a");
            var b = herd.process("b");
            var client = herd.client();
            try (var session = open(client, "b")) {
                harm.accept(b);
                assertThatThrownBy(() -> session.receive(soon()))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void anAgentThatLeavesEndsItsStreams() throws Exception {
        try (var herd = Members.withKey()) {
            herd.agent("a");
            var echo = new Echo();
            var b = herd.agent("b", echo);
            try (var session = open(herd.client(), "b")) {
                b.close();
                assertThatThrownBy(() -> session.receive(soon())).isInstanceOf(IOException.class);
                await().untilAsserted(() -> assertThat(echo.serving()).isZero());
            }
        }
    }

    private static Session open(Cluster cluster, String node) {
        return open(cluster, node, Echo.cat());
    }

    // On a busy machine two agents that start at once are a herd each, and merge a little later.
    private static Session open(Cluster cluster, String node, Streaming what) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Members.names(cluster).contains(node));
        return switch (cluster.open(new NodeName(node), what, soon())) {
            case Opening.Open(var session) -> session;
            case Opening.Not(var why) -> throw new AssertionError(why);
        };
    }

    private static Frame in(String text) {
        return new Frame.In(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static String text(Frame frame) {
        assertThat(frame).isInstanceOf(Frame.Out.class);
        return UTF_8.decode(((Frame.Out) frame).bytes()).toString();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** Whether a number is the same as the last time. */
    private static final class Unchanged {

        private long last = -1;

        boolean test(long now) {
            boolean same = now == last;
            last = now;
            return same;
        }
    }
}
