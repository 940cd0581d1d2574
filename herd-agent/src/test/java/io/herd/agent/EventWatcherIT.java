package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.action.Result.Created;
import io.herd.action.Result.Described;
import io.herd.engine.docker.DockerEngine;
import io.herd.engine.docker.RealDaemon;
import io.herd.model.DaemonState;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that follows a real daemon; somebody else uses the daemon, too. */
class EventWatcherIT {

    private static final RawJson SLEEP = form("sleep 1000");
    private static final Duration LONG = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private static RealDaemon daemon;

    @SuppressWarnings("NullAway.Init")
    private static DockerEngine other;

    private final DockerEngine engine = DockerEngine.at(daemon.endpoint());
    private final DaemonInfoCache counts = new DaemonInfoCache(engine);
    private final LocalNode node = new LocalNode(new NodeName("a"), engine, Map.of(), counts);
    private final EventWatcher tracker = new EventWatcher(engine, counts, daemon.endpoint());

    @BeforeAll
    static void launch() throws Exception {
        daemon = RealDaemon.launch();
        other = DockerEngine.at(daemon.endpoint());
    }

    @AfterAll
    static void end() {
        other.close();
        daemon.close();
    }

    @BeforeEach
    void follow() {
        tracker.start();
    }

    @AfterEach
    void removeAll() throws Exception {
        tracker.close();
        engine.close();
        daemon.removeContainers();
    }

    @Test
    void whatThisNodeMakesIsCountedAtOnceFiftyTimesInARow() {
        awaitFromMemory();
        for (int made = 1; made <= 50; made++) {
            var create = new Action.CreateContainer(Optional.empty(), SLEEP, false);
            assertThat(result(create)).isInstanceOf(Created.class);
            assertThat(up().containers()).isEqualTo(made);
        }
    }

    @Test
    void whatSomebodyElseDoesIsCountedToo() throws Exception {
        awaitFromMemory();
        var id = other.create(Optional.empty(), SLEEP, soon()).id();
        awaitCounts(1, 0);
        awaitFromMemory();
        other.start(id, soon());
        awaitCounts(1, 1);
        awaitFromMemory();
        other.kill(id, Optional.empty(), soon());
        awaitCounts(1, 0);
        awaitFromMemory();
        other.remove(id, true, true, soon());
        awaitCounts(0, 0);
    }

    @Test
    void whatEndsByItselfIsCountedToo() throws Exception {
        var id = other.create(Optional.empty(), form("sleep 3"), soon()).id();
        other.start(id, soon());
        awaitCounts(1, 1);
        awaitFromMemory();

        awaitCounts(1, 0);
    }

    @Test
    void aDaemonThatWasStartedAnewIsCountedAnew() throws Exception {
        awaitFromMemory();
        daemon.stop();
        assertThat(state()).isInstanceOf(Down.class);
        daemon.start();
        other.create(Optional.empty(), SLEEP, soon());

        assertThat(up().containers()).isEqualTo(1);
        awaitFromMemory();
        other.create(Optional.empty(), SLEEP, soon());
        awaitCounts(2, 0);
    }

    @Test
    void aFrozenDaemonIsDownWhateverIsKnownOfIt() throws Exception {
        awaitFromMemory();
        daemon.freeze();
        try {
            assertThat(state())
                    .isInstanceOfSatisfying(
                            Down.class,
                            down -> assertThat(down.reason()).contains("did not answer within"));
        } finally {
            daemon.thaw();
        }

        assertThat(up().containers()).isZero();
    }

    private void awaitFromMemory() {
        await().atMost(LONG)
                .until(() -> {
                    var _ = state();
                    return counts.known().isPresent();
                });
    }

    private void awaitCounts(int containers, int running) {
        await().atMost(LONG)
                .untilAsserted(() -> {
                    assertThat(up().containers()).isEqualTo(containers);
                    assertThat(up().running()).isEqualTo(running);
                });
    }

    private Up up() {
        return (Up) state();
    }

    private DaemonState state() {
        return ((Described) result(new Action.DescribeNode())).node().daemon();
    }

    private Result result(Action action) {
        return ((Done) node.handle(action, soon())).result();
    }

    private static RawJson form(String command) {
        return new RawJson(
                """
                {"Image": "busybox", "Cmd": ["sh", "-c", "%s"], "HostConfig": {"NetworkMode": "none"}}
                """
                        .formatted(command));
    }

    private static Deadline soon() {
        return Deadline.in(LONG);
    }
}
