package io.herd.engine;

import static io.herd.engine.EngineCalls.failure;
import static io.herd.engine.EngineCalls.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryEngineTest extends EngineContract {

    private static final RawJson FORM =
            new RawJson("{ \"Image\" : \"busybox\", \"Unknown\" : [1.0, 1e2] }");

    private final MemoryEngine engine = new MemoryEngine("busybox");

    @Override
    protected Engine engine() {
        return engine;
    }

    // It has no volumes: a note takes the place of the one before in one step.
    @Override
    protected void noteAndDie(Map<String, String> older, Map<String, String> newer)
            throws EngineException {
        engine.note(older, in(5_000));
        engine.note(newer, in(5_000));
    }

    @Test
    void theFormIsKeptAsItCame() throws Exception {
        var id = engine.create(Optional.empty(), FORM, in(5_000)).id();

        assertThat(engine.formOf(id)).isEqualTo(FORM);
    }

    @Test
    void aDaemonThatIsDownKeepsItsContainers() throws Exception {
        engine.nextId("abc123").create(Optional.of("web"), FORM, in(5_000));

        engine.down();
        assertThat(failure(() -> engine.describe(in(5_000))).kind()).isEqualTo(Kind.DAEMON_DOWN);
        engine.up();

        assertThat(engine.findByName("web", in(5_000))).map(Engine.Found::id).contains("abc123");
    }

    @Test
    void aFrozenDaemonHoldsCallsUntilTheirDeadline() {
        engine.freeze();

        var failure = failure(() -> engine.describe(in(50)));

        assertThat(failure.kind()).isEqualTo(Kind.DAEMON_TIMEOUT);
        assertThat(failure.message()).contains("did not answer within");
    }

    @Test
    void aThawedDaemonAnswersTheCallsItHeld() throws Exception {
        engine.freeze();
        var call =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return engine.describe(in(20_000));
                    } catch (EngineException e) {
                        throw new AssertionError(e);
                    }
                });

        engine.up();

        assertThat(call.get(10, TimeUnit.SECONDS).containers()).isZero();
    }

    @Test
    void aDelayLongerThanTheDeadlineIsATimeout() throws Exception {
        engine.delay(Duration.ofMillis(100));
        long start = System.nanoTime();

        assertThat(engine.describe(in(5_000)).containers()).isZero();
        assertThat(System.nanoTime() - start).isGreaterThan(100_000_000);
        assertThat(failure(() -> engine.describe(in(20))).kind()).isEqualTo(Kind.DAEMON_TIMEOUT);
    }

    @Test
    void theNextCreatesFailAsToldAndThenNoMore() throws Exception {
        var full = new Failure(Kind.DAEMON_ERROR, "no space left on device");
        engine.failNextCreates(2, full);

        for (int i = 0; i < 2; i++) {
            assertThat(failure(() -> engine.create(Optional.empty(), FORM, in(5_000))))
                    .isEqualTo(full);
        }
        assertThat(engine.create(Optional.empty(), FORM, in(5_000)).warnings()).isEmpty();
        assertThat(engine.calls()).containsOnly(MemoryEngine.Call.CREATE).hasSize(3);
    }

    @Test
    void whoeverFollowsADaemonThatGoesDownLosesIt() throws Exception {
        try (var events = engine.events(Optional.empty(), Optional.empty(), Map.of(), in(5_000))) {
            engine.down();

            assertThat(failure(events::next).kind()).isEqualTo(Kind.DAEMON_LOST);
        }
    }
}
