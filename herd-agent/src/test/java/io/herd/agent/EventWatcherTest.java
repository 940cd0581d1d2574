package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Created;
import io.herd.action.Result.Described;
import io.herd.engine.MemoryEngine;
import io.herd.engine.MemoryEngine.Call;
import io.herd.model.DaemonState;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node says of its daemon while it follows the daemon's events. */
class EventWatcherTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final RawJson FORM = new RawJson("{\"Image\":\"busybox\"}");

    private final MemoryEngine engine = new MemoryEngine("busybox");
    private final DaemonInfoCache counts = new DaemonInfoCache(engine, Duration.ofMillis(50));
    private final LocalNode node = new LocalNode(new NodeName("a"), engine, Map.of(), counts);
    private final EventWatcher tracker = new EventWatcher(engine, counts, "memory");
    private final Log log = new Log();

    @BeforeEach
    void follow() {
        log.open();
        tracker.start();
    }

    @AfterEach
    void stop() {
        tracker.close();
        log.close();
    }

    @Test
    void aDaemonWhereNothingHappensIsOnlyAskedWhetherItIsThere() throws Exception {
        engine.create(Optional.empty(), FORM, in(SOON));
        awaitQuiet();
        int asked = engine.calls().size();

        assertThat(up().containers()).isEqualTo(1);

        assertThat(engine.calls().subList(asked, engine.calls().size())).containsOnly(Call.PING);
    }

    @Test
    void whatIsDoneBehindItsBackIsCountedAsSoonAsItIsTold() throws Exception {
        awaitQuiet();

        var id = engine.create(Optional.empty(), FORM, in(SOON)).id();
        awaitCounts(1, 0);
        awaitQuiet();
        engine.start(id, in(SOON));
        awaitCounts(1, 1);
        awaitQuiet();
        engine.remove(id, true, true, in(SOON));
        awaitCounts(0, 0);
    }

    @Test
    void whatThisNodeHasJustDoneIsCountedEvenBeforeItIsTold() {
        engine.holdEvents();
        awaitQuiet();
        for (int made = 1; made <= 50; made++) {
            create();
            assertThat(up().containers()).isEqualTo(made);
        }
        awaitQuiet();
        var id = create();
        awaitQuiet();
        act(new Action.StartContainer(id));
        assertThat(up().running()).isEqualTo(1);
        awaitQuiet();
        act(new Action.PruneContainers());
        assertThat(up().containers()).isEqualTo(1);
        act(new Action.RemoveContainer(id, true, true));
        assertThat(up().containers()).isZero();
        awaitQuiet();
        act(new Action.PullImage("alpine"));
        assertThat(up().images()).isEqualTo(2);
        awaitQuiet();
        act(new Action.RemoveImage("alpine", false));
        assertThat(up().images()).isEqualTo(1);
        awaitQuiet();
        act(new Action.PruneImages(true));
        assertThat(up().images()).isZero();
    }

    @Test
    void healthChecksChangeNoCount() throws Exception {
        var id = engine.create(Optional.empty(), FORM, in(SOON)).id();
        awaitQuiet();

        int before = asked(Call.DESCRIBE);
        engine.checkHealth(id);

        await().during(Duration.ofMillis(200))
                .until(() -> up().containers() == 1 && asked(Call.DESCRIBE) == before);
    }

    @Test
    void aDaemonThatIsDownOrHangsIsSaidToBeSoWhateverIsKnownOfIt() {
        awaitQuiet();
        engine.freeze();

        assertThat(state(Duration.ofMillis(500)))
                .isInstanceOfSatisfying(
                        Down.class,
                        down -> assertThat(down.reason()).contains("did not answer within"));
        engine.down();

        assertThat(state(SOON))
                .isInstanceOfSatisfying(
                        Down.class, down -> assertThat(down.reason()).contains("cannot reach"));
        engine.up();

        assertThat(up().containers()).isZero();
    }

    @Test
    void aDaemonThatWentAndCameBackIsFollowedAgain() throws Exception {
        awaitQuiet();
        engine.down();
        awaitAttempts(3);
        engine.up();
        engine.create(Optional.empty(), FORM, in(SOON));

        assertThat(up().containers()).isEqualTo(1);
        awaitQuiet();
        engine.create(Optional.empty(), FORM, in(SOON));
        awaitCounts(2, 0);
        assertThat(log.lines())
                .containsExactly(
                        "daemon 27.0-memory, API 1.46, at memory",
                        "lost the answer of the Docker daemon in memory: it closed the connection; the node stays in the herd until it is back",
                        "daemon 27.0-memory, API 1.46, is back at memory");
    }

    @Test
    void aDaemonThatHangsIsNoticedAlthoughNobodyAsks() {
        awaitQuiet();
        engine.freeze();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(log.lines())
                                .last()
                                .asString()
                                .startsWith("the Docker daemon in memory did not answer within")
                                .endsWith("the node stays in the herd until it is back"));
        engine.up();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(log.lines())
                                .hasSize(3)
                                .last()
                                .isEqualTo("daemon 27.0-memory, API 1.46, is back at memory"));
        awaitQuiet();
    }

    @Test
    void aDefectIsToldAndTheDaemonIsFollowedAgain() throws Exception {
        awaitQuiet();
        var defect = new IllegalStateException("what nobody foresaw");
        engine.breakNext(Call.EVENTS, defect).breakNext(Call.EVENTS, defect).down();
        awaitAttempts(2);
        engine.up();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.lines().getLast()).contains("is back at"));
        assertThat(log.lines())
                .containsOnlyOnce("cannot follow the Docker daemon at memory")
                .hasSize(4);
        assertThat(log.thrown()).containsExactly(defect);
        engine.create(Optional.empty(), FORM, in(SOON));
        awaitCounts(1, 0);
        awaitQuiet();
    }

    @Test
    void aThreadThatDiesAllTheSameIsTold() throws Exception {
        awaitQuiet();
        var defect = new IllegalStateException("what nobody foresaw");

        Thread.ofVirtual()
                .name("herd-some")
                .uncaughtExceptionHandler(new Unforeseen())
                .start(() -> {
                    throw defect;
                })
                .join();

        assertThat(log.lines())
                .last()
                .isEqualTo("the thread 'herd-some' ended by a defect of herd");
        assertThat(log.thrown()).containsExactly(defect);
    }

    @Test
    void onceItIsClosedItAsksNothingAndSaysNothing() {
        awaitQuiet();
        tracker.close();
        int asked = engine.calls().size();
        engine.down();

        await().during(Duration.ofMillis(500)).until(() -> engine.calls().size() == asked);
        assertThat(log.lines()).hasSize(1);
    }

    private String create() {
        var done = act(new Action.CreateContainer(Optional.empty(), FORM, false));
        return ((Created) done.result()).id();
    }

    private Done act(Action action) {
        return (Done) node.handle(action, in(SOON));
    }

    private Up up() {
        return (Up) state(SOON);
    }

    private DaemonState state(Duration within) {
        var outcome = node.handle(new Action.DescribeNode(), in(within));
        return ((Described) ((Done) outcome).result()).node().daemon();
    }

    private void awaitCounts(int containers, int running) {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(up().containers()).isEqualTo(containers);
                    assertThat(up().running()).isEqualTo(running);
                });
    }

    /** Until it describes its daemon without asking for counts. */
    private void awaitQuiet() {
        await().atMost(SOON).until(this::isQuiet);
    }

    private boolean isQuiet() {
        int before = asked(Call.DESCRIBE);
        up();
        return asked(Call.DESCRIBE) == before;
    }

    private int asked(Call call) {
        return Collections.frequency(engine.calls(), call);
    }

    private void awaitAttempts(int more) {
        int before = asked(Call.EVENTS);
        await().atMost(SOON).until(() -> asked(Call.EVENTS) >= before + more);
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time);
    }

    /** What the agent logs meanwhile. */
    private static final class Log extends Handler {

        private final Logger logger = Logger.getLogger("io.herd.agent");
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());

        void open() {
            logger.addHandler(this);
        }

        List<Throwable> thrown() {
            return List.copyOf(thrown);
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(new JournaldFormatter(true).formatMessage(line));
                Optional.ofNullable(line.getThrown()).ifPresent(thrown::add);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
