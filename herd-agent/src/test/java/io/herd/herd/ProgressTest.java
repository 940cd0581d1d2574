package io.herd.herd;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.PullImage;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.agent.LocalNode;
import io.herd.cluster.Handler;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.InProcessCluster.Sent;
import io.herd.engine.MemoryEngine;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.Selector;
import io.herd.herd.creation.CreateOptions;
import io.herd.herd.creation.CreateRequest;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Selector EVERYONE = new Selector.Everyone();
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final NodeName C = new NodeName("c");
    private static final PullImage PULL =
            new PullImage("new", Optional.of(new RegistryLogin("jane")));

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final MemoryEngine c = new MemoryEngine("busybox");
    private final LocalNode nodeB = new LocalNode(B, b);
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(A, a))
                    .with("b", nodeB)
                    .with("c", new LocalNode(C, c));
    private final Herd herd = new Herd(cluster, TIMEOUT);
    private final Queue<Progress> news = new ConcurrentLinkedQueue<>();

    @Test
    void eachInstanceIsToldOnceWithItsNode() throws Exception {
        herd.create(EVERYONE, order(7), news::add);

        assertThat(news).first().isEqualTo(new Progress.Creating(7));
        assertThat(news).last().isEqualTo(new Progress.Ended());
        assertThat(instances()).containsExactlyElementsOf(oneToSeven());
        assertThat(created().collect(groupingBy(Progress.Created::node, counting())))
                .isEqualTo(Map.of(A, 3L, B, 2L, C, 2L));
    }

    @Test
    void anInstanceThatAnotherNodeMustMakeIsToldOnceAndWithThatNode() throws Exception {
        b.failNextCreates(9, new Failure(Failure.Kind.DAEMON_ERROR, "no space left on device"));

        herd.create(EVERYONE, order(7), news::add);

        assertThat(instances()).containsExactlyElementsOf(oneToSeven());
        assertThat(created().map(Progress.Created::node)).hasSize(7).doesNotContain(B);
    }

    @Test
    void anInstanceThatNobodyMakesHasFailed() throws Exception {
        cluster.lose("b");
        Stream.of(a, c)
                .forEach(engine ->
                        engine.failNextCreates(
                                9, new Failure(Failure.Kind.DAEMON_ERROR, "no space left")));

        herd.create(EVERYONE, order(7), news::add);

        assertThat(told(Progress.Failed.class).map(Progress.Failed::instance).sorted())
                .containsExactlyElementsOf(oneToSeven());
        assertThat(instances()).hasSize(7);
        assertThat(news).last().isEqualTo(new Progress.Ended());
    }

    @Test
    void anInstanceThatDoesNotStartIsToldApart() throws Exception {
        a.failNext(
                MemoryEngine.Call.START,
                1,
                new Failure(Failure.Kind.DAEMON_ERROR, "port is taken"));

        herd.create(EVERYONE, order("r", 7, true, CreateOptions.USUAL), news::add);

        assertThat(told(Progress.NotStarted.class).map(Progress.NotStarted::node))
                .containsExactly(A);
        assertThat(instances()).containsExactlyElementsOf(oneToSeven());
    }

    @Test
    void whatAnEarlierAttemptMadeIsToldToo() throws Exception {
        var again = new CreateOptions(true, false, Optional.empty(), List.of());
        herd.create(EVERYONE, order("again", 3, false, again));

        herd.create(EVERYONE, order("again", 7, false, again), news::add);

        assertThat(created()).hasSize(7);
        assertThat(instances()).containsExactlyElementsOf(oneToSeven());
    }

    @Test
    void whatMayBeThereAlreadyIsNotMade() throws Exception {
        cluster.lose("b");
        var again = new CreateOptions(true, false, Optional.empty(), List.of());

        herd.create(EVERYONE, order("again", 7, false, again), news::add);

        assertThat(told(Progress.Failed.class)).hasSize(7);
        assertThat(instances()).containsExactlyElementsOf(oneToSeven());
    }

    @Test
    void removingAgainWhatWasMadeIsToldForEach() throws Exception {
        var all = new CreateOptions(false, true, Optional.empty(), List.of());
        a.failNext(
                MemoryEngine.Call.START,
                1,
                new Failure(Failure.Kind.DAEMON_ERROR, "port is taken"));

        herd.create(EVERYONE, order("r", 7, true, all), news::add);

        assertThat(told(Progress.Undoing.class)).containsExactly(new Progress.Undoing(7));
        assertThat(told(Progress.Undone.class).map(Progress.Undone::instance).sorted())
                .containsExactlyElementsOf(oneToSeven());
    }

    @Test
    void whatIsDoneIsToldWhileTheRestGoesOn() throws Exception {
        var heard = new CountDownLatch(1);
        cluster.with("b", patient(nodeB, CreateContainer.class, heard));

        herd.create(
                EVERYONE,
                order(3),
                told -> {
                    news.add(told);
                    if (told instanceof Progress.Created) {
                        heard.countDown();
                    }
                });

        // Had it waited in vain, another node would have made its instance.
        assertThat(created().map(Progress.Created::node)).contains(B);
    }

    @Test
    void eachNodeThatPullsIsToldOnce() throws Exception {
        b.failNext(
                MemoryEngine.Call.PULL, 1, new Failure(Failure.Kind.DAEMON_ERROR, "no such host"));
        cluster.lose("c");

        var answers = herd.pullImage(EVERYONE, PULL, Duration.ZERO, news::add);

        assertThat(news).hasSize(5).startsWith(pulling()).endsWith(new Progress.Ended());
        assertThat(news)
                .contains(
                        new Progress.Pulled(A),
                        new Progress.NotPulled(B),
                        new Progress.NotPulled(C));
        assertThat(answers.byNode()).containsOnlyKeys(A, B, C);
        assertThat(Coverage.of(answers).failed()).containsOnlyKeys(B, C);
    }

    @Test
    void anUnregisteredNodePullsAsAnyOther() throws Exception {
        herd.setPool(Set.of(B), Pool.UNREGISTERED);

        var answers = herd.pullImage(EVERYONE, PULL, Duration.ZERO, news::add);

        assertThat(cluster.sent())
                .filteredOn(sent -> sent.action().equals(PULL))
                .extracting(Sent::to)
                .containsExactlyInAnyOrder(A, B, C);
        assertThat(news).endsWith(new Progress.Ended());
        assertThat(answers.byNode()).containsOnlyKeys(A, B, C);
    }

    @Test
    void aNodeThatHasPulledIsToldWhileAnotherStillDoes() throws Exception {
        var heard = new CountDownLatch(2);
        cluster.with("a", patient(new LocalNode(A, a), PullImage.class, heard));

        var answers =
                herd.pullImage(
                        EVERYONE,
                        PULL,
                        Duration.ZERO,
                        told -> {
                            if (told instanceof Progress.Pulled) {
                                heard.countDown();
                            }
                        });

        assertThat(Coverage.of(answers).complete()).isTrue();
    }

    @Test
    void noNodeWaitsForAnotherToPull() throws Exception {
        int many = 100;
        var all = new CountDownLatch(many);
        var large = new InProcessCluster();
        for (int i = 0; i < many; i++) {
            large.with(
                    "n" + i,
                    (_, _) -> {
                        all.countDown();
                        return inTime(all)
                                ? new Outcome.Done(new Result.Nothing())
                                : new Outcome.TimedOut(TIMEOUT);
                    });
        }

        var herd = new Herd(large, TIMEOUT);
        var everybody = new Selector.Named(herd.nodes());
        var answers = herd.pullImage(everybody, PULL, Duration.ZERO, news::add);

        assertThat(answers.byNode()).hasSize(many);
        assertThat(Coverage.of(answers).complete()).isTrue();
    }

    /** Does nothing of this kind before somebody has heard of what others did. */
    private static Handler patient(
            Handler node, Class<? extends Action> kind, CountDownLatch heard) {
        return (action, deadline) ->
                kind.isInstance(action) && !inTime(heard)
                        ? new Outcome.Refused("nobody has heard of the others")
                        : node.handle(action, deadline);
    }

    private static boolean inTime(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Progress pulling() {
        return new Progress.Pulling("new", Set.of(A, B, C));
    }

    private Stream<Progress.Created> created() {
        return told(Progress.Created.class);
    }

    private <T> Stream<T> told(Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The numbers of all instances that have come to an end, as often as they did. */
    private List<Integer> instances() {
        return news.stream()
                .flatMap(told ->
                        switch (told) {
                            case Progress.Created(int instance, _) -> Stream.of(instance);
                            case Progress.NotStarted(int instance, _) -> Stream.of(instance);
                            case Progress.Failed(int instance) -> Stream.of(instance);
                            case Progress.Creating _,
                                    Progress.Undoing _,
                                    Progress.Undone _,
                                    Progress.Pulling _,
                                    Progress.Copying _,
                                    Progress.Arriving _,
                                    Progress.Pulled _,
                                    Progress.NotPulled _,
                                    Progress.Ended _ ->
                                    Stream.of();
                        })
                .sorted()
                .toList();
    }

    private static List<Integer> oneToSeven() {
        return IntStream.rangeClosed(1, 7).boxed().toList();
    }

    private static CreateRequest order(int instances) {
        return order("r", instances, false, CreateOptions.USUAL);
    }

    private static CreateRequest order(
            String request, int instances, boolean start, CreateOptions options) {
        return new CreateRequest(
                request,
                new RawJson("{\"Image\":\"busybox\"}"),
                Optional.empty(),
                Optional.empty(),
                instances,
                start,
                Map.of(),
                options);
    }
}
