package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.nodes;
import static io.herd.cluster.jgroups.MembershipTest.node;
import static io.herd.cluster.jgroups.MembershipTest.said;
import static io.herd.cluster.jgroups.MembershipTest.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cluster.Handler;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.Version;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.blocks.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CallTest {

    static final Action DESCRIBE = new Action.DescribeNode();

    private Members herd = Members.withoutKey();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void everybodyLeaves() {
        end.countDown();
        herd.close();
    }

    @Test
    void aNodeThatDoesNotAnswerIsNamed() throws Exception {
        herd.agent("a");
        herd.agent("b", never());
        herd.agent("c");
        var client = herd.client();

        var started = System.nanoTime();
        var answers =
                client.gather(nodes("a", "b", "c"), DESCRIBE, Deadline.in(Duration.ofSeconds(3)));

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        assertThat(of(answers, "a")).isEqualTo(said("a"));
        assertThat(of(answers, "c")).isEqualTo(said("c"));
        assertThat(of(answers, "b")).isInstanceOf(Outcome.TimedOut.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatFailsInsideAnAgentIsSaidAndNothingOfWhatWasAskedIsLogged(boolean grave)
            throws Exception {
        var form = new RawJson("{\"Env\": [\"PASSWORD=sesame\"]}");
        var create = new Action.CreateContainer(Optional.of("open"), form, false);
        herd.agent(
                "a",
                (_, _) -> {
                    if (grave) {
                        throw new StackOverflowError("too deep");
                    }
                    throw new IllegalStateException("too odd");
                });
        try (var log = new Logged("io.herd.cluster")) {
            assertThat(herd.client().send(node("a"), create, soon()))
                    .isEqualTo(
                            new Outcome.Failed(
                                    new Failure(
                                            Failure.Kind.INTERNAL,
                                            grave ? "too deep" : "too odd")));
            await().untilAsserted(() -> assertThat(log.lines()).isNotEmpty());
            assertThat(log.lines()).noneMatch(line -> line.contains("sesame"));
        }
    }

    /** What is logged meanwhile. */
    private static final class Logged extends java.util.logging.Handler implements AutoCloseable {

        private final Logger logger;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Logged(String name) {
            logger = Logger.getLogger(name);
            logger.addHandler(this);
        }

        List<String> lines() {
            return lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    @Test
    void anAgentThatAsksItselfKeepsTheDeadlineToo() throws Exception {
        var a = herd.agent("a", never());

        assertThat(a.send(node("a"), DESCRIBE, Deadline.in(Duration.ofMillis(200))))
                .isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void aNodeThatIsNotThereIsUnreachableAtOnce() throws Exception {
        herd.agent("a");
        var client = herd.client();

        var answers = client.gather(nodes("a", "nowhere"), DESCRIBE, soon());

        assertThat(of(answers, "a")).isEqualTo(said("a"));
        assertThat(of(answers, "nowhere"))
                .isEqualTo(new Outcome.Unreachable("no agent of that name is in the herd"));
    }

    @Test
    void aNodeKilledWhileItIsAskedIsUnreachableSoon() throws Exception {
        herd.agent("a");
        var b = herd.process("b");
        var client = herd.client();
        await().until(() -> client.members().size() == 2);
        var asked =
                CompletableFuture.supplyAsync(() ->
                        client.gather(nodes("a", "b"), WAIT, Deadline.in(Duration.ofSeconds(20))));

        await().during(Duration.ofMillis(300)).until(() -> !asked.isDone());
        b.kill();

        var answers = await().atMost(Duration.ofSeconds(3)).until(asked::join, _ -> true);
        assertThat(of(answers, "b")).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void theOnlyNodeKilledWhileItIsAskedIsUnreachableSoon() throws Exception {
        var b = herd.process("b");
        var client = herd.client();
        var asked =
                CompletableFuture.supplyAsync(
                        () -> client.send(node("b"), WAIT, Deadline.in(Duration.ofSeconds(20))));

        await().during(Duration.ofMillis(300)).until(() -> !asked.isDone());
        b.kill();

        var outcome = await().atMost(Duration.ofSeconds(3)).until(asked::join, _ -> true);
        assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void theOnlyNodeThatLeavesWhileItIsAskedIsUnreachableSoon() throws Exception {
        var a = herd.agent("a", never());
        var client = herd.client();
        var asked =
                CompletableFuture.supplyAsync(() ->
                        client.send(node("a"), DESCRIBE, Deadline.in(Duration.ofSeconds(20))));

        await().during(Duration.ofMillis(300)).until(() -> !asked.isDone());
        a.close();

        var outcome = await().atMost(Duration.ofSeconds(4)).until(asked::join, _ -> true);
        assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void whatChangesSomethingIsCarriedThroughThoughItsClientLeaves() throws Exception {
        var start = new Asked();
        herd.agent("a", start);
        var client = herd.client();
        Thread.ofVirtual()
                .start(() -> client.send(node("a"), new Action.StartContainer("web"), later()));
        await().until(() -> start.began);

        client.close();
        // The view that this one comes with is one without the other.
        assertThat(herd.client().send(node("a"), DESCRIBE, soon())).isEqualTo(said("late"));
        end.countDown();

        await().until(() -> start.ended);
        assertThat(start.interrupted).isFalse();
    }

    @Test
    void aFrozenNodeKeepsNobodyWaitingPastTheDeadline() throws Exception {
        herd = Members.withKey();
        herd.agent("a");
        var b = herd.process("b");
        var client = herd.client();
        await().until(() -> client.members().size() == 2);
        b.freeze();

        var answers = client.gather(nodes("a", "b"), DESCRIBE, Deadline.in(Duration.ofSeconds(3)));

        assertThat(of(answers, "a")).isEqualTo(said("a"));
        assertThat(of(answers, "b")).isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void whatAHandlerThrowsIsAFailureOfItsNode() throws Exception {
        herd.agent(
                "a",
                (_, _) -> {
                    throw new IllegalStateException("out of order");
                });

        assertThat(herd.client().send(node("a"), DESCRIBE, soon()))
                .isEqualTo(new Outcome.Failed(new Failure(Failure.Kind.INTERNAL, "out of order")));
    }

    @Test
    void aClientIsBelievedItsNameAloneAndAnAgentWhoAsksIt() throws Exception {
        var heard = new ConcurrentLinkedQueue<Action>();
        herd.agent(
                "a",
                (action, _) -> {
                    heard.add(action);
                    return said("a");
                });
        var b = herd.agent("b");
        var jane = new Caller("jane", By.SOCKET, "b");
        var start = new Action.StartContainer("web");

        var _ = b.send(node("a"), new Action.OnBehalf(jane, start), soon());
        var _ = herd.client().send(node("a"), new Action.OnBehalf(jane, start), soon());
        var _ = herd.client().send(node("a"), start, soon());

        assertThat(heard)
                .filteredOn(it -> it.asked().equals(start))
                .map(it -> ((Action.OnBehalf) it).caller())
                .satisfiesExactly(
                        it -> assertThat(it).isEqualTo(jane),
                        it ->
                                assertThat(List.of(it.name(), it.by()))
                                        .isEqualTo(List.of("jane", By.KEY)),
                        it ->
                                assertThat(List.of(it.name(), it.by()))
                                        .isEqualTo(List.of("?", By.KEY)));
    }

    @Test
    void anActionTheAgentDoesNotKnowIsRefusedByName() throws Exception {
        var answer = new CompletableFuture<byte[]>();
        var answering = new RequestDispatcher(Members.says("a"), Runnable::run);
        var request = "{\"action\":\"node.fly\",\"timeoutMillis\":1000}".getBytes(UTF_8);

        answering.handle(new BytesMessage(null, request), into(answer));

        assertThat(Wire.outcome(answer.join()))
                .isEqualTo(
                        new Outcome.Refused(
                                "its herd %s does not know the action 'node.fly': upgrade it to the version of who asks"
                                        .formatted(Version.CURRENT)));
    }

    @Test
    void anAgentThatIsNotSeenInTheHerdIsToldSo() throws Exception {
        var agent =
                HerdAddress.agent(
                        new NodeName("b"),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 7800));
        var answering = new RequestDispatcher(Members.says("a"), Runnable::run);
        answering.onlyFor(_ -> false);

        assertThat(answered(answering, agent, DESCRIBE))
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        it ->
                                assertThat(it.reason())
                                        .startsWith("it has lost the agent at 127.0.0.1:7800, "));
        assertThat(answered(answering, agent, new Action.ListGone())).isEqualTo(said("a"));
        answering.onlyFor(agent::equals);
        assertThat(answered(answering, agent, DESCRIBE)).isEqualTo(said("a"));
    }

    private static Outcome answered(RequestDispatcher answering, Address from, Action action)
            throws WireException {
        var answer = new CompletableFuture<byte[]>();
        var request = new BytesMessage(null, Wire.request(action, Duration.ofSeconds(1)));
        answering.handle(request.setSrc(from), into(answer));
        return Wire.outcome(answer.join());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLargeAnswerArrivesWhole(boolean withKey) throws Exception {
        herd = withKey ? Members.withKey() : Members.withoutKey();
        var large = new RawJson("\"" + "x".repeat(20_000_000) + "\"");
        herd.agent("a", (_, _) -> new Outcome.Done(new Result.Document(large)));
        var client = herd.client();

        assertThat(client.send(node("a"), DESCRIBE, Deadline.in(Duration.ofSeconds(15))))
                .isEqualTo(new Outcome.Done(new Result.Document(large)));
    }

    /** What a process of its own, see {@link SpawnedAgent}, never answers. */
    static final Action WAIT = new Action.FindContainers("wait");

    private Handler never() {
        return (_, _) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return said("late");
        };
    }

    /** Answers only at the test's end, but for a description. */
    private final class Asked implements Handler {

        private volatile boolean began;
        private volatile boolean interrupted;
        private volatile boolean ended;

        @Override
        public Outcome handle(Action action, Deadline deadline) {
            if (action.asked().equals(DESCRIBE)) {
                return said("late");
            }
            began = true;
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted = true;
                Thread.currentThread().interrupt();
            }
            ended = true;
            return said("late");
        }
    }

    private static Deadline later() {
        return Deadline.in(Duration.ofHours(1));
    }

    private static @Nullable Outcome of(Answers answers, String node) {
        return answers.byNode().get(node(node));
    }

    private static Response into(CompletableFuture<byte[]> answer) {
        return new Response() {
            @Override
            public void send(Object reply, boolean isException) {
                throw new AssertionError("an object: " + reply);
            }

            @Override
            public void send(Message reply, boolean isException) {
                answer.complete(reply.getArray());
            }
        };
    }
}
