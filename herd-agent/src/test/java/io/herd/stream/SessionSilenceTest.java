package io.herd.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionSilenceTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Frame LATE = new Frame.Failed(new Outcome.TimedOut(SHORT));

    @AutoClose private final SessionPair ends = SessionPair.connect();
    private final Session here = ends.here();
    private final Session there = ends.there();

    SessionSilenceTest() throws IOException {}

    @Test
    void signsOfLifeAreNoNews() throws Exception {
        here.limit(new Patience(LONG, Optional.of(SHORT), false));
        giveSigns();

        assertThat(next()).isEqualTo(LATE);
    }

    @Test
    void whoSaysSomethingNowAndThenMayTakeAnyTime() throws Exception {
        here.limit(new Patience(LONG, Optional.of(SHORT), false));
        meanwhile(() -> {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(SHORT.dividedBy(3));
                there.send(out());
            }
            there.send(new Frame.Ended());
            return null;
        });

        for (int i = 0; i < 10; i++) {
            assertThat(next()).isEqualTo(out());
        }
        assertThat(next()).isEqualTo(new Frame.Ended());
    }

    @Test
    void whereSilenceIsUsualSignsOfLifeAreEnough() throws Exception {
        here.limit(new Patience(SHORT, Optional.empty(), false));
        giveSigns();
        var next = new FutureTask<>(this::next);
        Thread.ofVirtual().start(next);

        await().during(SHORT.multipliedBy(4)).until(() -> !next.isDone());
        there.send(out());

        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(out());
    }

    @Test
    void whoGivesNoSignOfLifeIsUnreachable() throws Exception {
        here.limit(new Patience(SHORT, Optional.empty(), false));

        assertThat(here.receive())
                .isEqualTo(
                        new Frame.Failed(
                                new Outcome.Unreachable("no sign of life from it for 0.3 s")));
    }

    @Test
    void whatIsNotReadIsNotWaitedFor() throws Exception {
        here.limit(new Patience(SHORT, Optional.of(SHORT), false));
        there.send(out());
        assertThat(here.receive()).isEqualTo(out());

        await().pollDelay(SHORT.multipliedBy(3)).until(() -> true);
        there.send(out());

        assertThat(here.receive()).isEqualTo(out());
    }

    @Test
    void whileThisSideHasMoreToSayNobodyWaitsForTheOther() throws Exception {
        here.limit(new Patience(LONG, Optional.of(SHORT), true));
        var next = new FutureTask<>(this::next);
        Thread.ofVirtual().start(next);

        here.send(new Frame.In(ByteBuffer.allocate(1)));
        await().during(SHORT.multipliedBy(4)).until(() -> !next.isDone());
        here.send(new Frame.EndOfInput());

        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(LATE);
    }

    @Test
    void whoTakesNothingIsWaitedForNoLonger() throws Exception {
        here.limit(new Patience(LONG, Optional.of(SHORT), true));
        var next = new FutureTask<>(this::next);
        Thread.ofVirtual().start(next);

        assertThatThrownBy(
                        () -> {
                            while (true) {
                                here.send(new Frame.In(ByteBuffer.allocate(32 * 1024)));
                            }
                        })
                .isInstanceOf(IOException.class);
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(LATE);
    }

    @Test
    void theTimeoutIsForWhatEndsByItself() {
        var none = Optional.<String>empty();
        var all = Optional.<Integer>empty();

        assertThat(news(new Streaming.Logs("a", false, none, none, all, false, false)))
                .contains(SHORT);
        assertThat(news(new Streaming.Logs("a", true, none, none, all, false, false))).isEmpty();
        assertThat(news(new Streaming.Stats(List.of(), false))).contains(SHORT);
        assertThat(news(new Streaming.Stats(List.of(), true))).isEmpty();
        assertThat(news(new Streaming.CopyOut("a", "/"))).contains(SHORT);
        assertThat(Patience.with(new Streaming.CopyIn("a", "/", false), SHORT))
                .isEqualTo(new Patience(Duration.ofSeconds(10), Optional.of(SHORT), true));
        assertThat(news(new Streaming.Attach("a", false))).isEmpty();
        assertThat(news(new Streaming.Wait("a"))).isEmpty();
    }

    @Test
    void ofEventsItBeginsWhenTheLastMayHaveCome() {
        var now = Instant.now().getEpochSecond();

        assertThat(news(until(Optional.empty()))).isEmpty();
        assertThat(news(until(Optional.of("7.5")))).contains(SHORT);
        assertThat(news(until(Optional.of(now + 100 + ".5"))).orElseThrow())
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(102));
    }

    private static Streaming until(Optional<String> moment) {
        return new Streaming.Events(Optional.empty(), moment, Map.of());
    }

    private static Optional<Duration> news(Streaming what) {
        return Patience.with(what, SHORT).news();
    }

    /** The next that is no sign of life. */
    private Frame next() throws IOException {
        var frame = here.receive();
        return frame instanceof Frame.Alive ? next() : frame;
    }

    private void giveSigns() {
        meanwhile(() -> {
            while (true) {
                there.send(new Frame.Alive());
                Thread.sleep(SHORT.dividedBy(10));
            }
        });
    }

    private static void meanwhile(Callable<?> what) {
        Thread.ofVirtual().start(new FutureTask<>(what));
    }

    private static Frame out() {
        return new Frame.Out(ByteBuffer.wrap(new byte[] {1}));
    }
}
