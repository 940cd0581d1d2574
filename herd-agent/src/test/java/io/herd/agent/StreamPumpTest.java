package io.herd.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Failure;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.engine.OneWay;
import io.herd.model.Deadline;
import io.herd.stream.Session;
import io.herd.stream.SessionPair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream ends, and says why, whatever is thrown in one of its threads. */
class StreamPumpTest {

    private static final Frame BROKEN =
            new Frame.Failed(
                    new Outcome.Failed(
                            new Failure(
                                    Failure.Kind.INTERNAL,
                                    "the stream broke inside herd: a defect")));

    @AutoClose private final SessionPair ends = SessionPair.connect();
    private final Session listener = ends.here();
    private final Session agent = ends.there();

    StreamPumpTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDefectWhereTheDaemonIsHeardEndsTheStreamWithItsMessage(boolean grave) throws Exception {
        var odd = new Odd(grave ? new StackOverflowError("a defect") : defect(), false);
        var carrying = Thread.ofVirtual().start(() -> new StreamPump(odd, agent).carry());

        assertThat(next()).isEqualTo(BROKEN);
        assertThatThrownBy(this::next).isInstanceOf(IOException.class);
        assertThat(carrying.join(Duration.ofSeconds(10))).isTrue();
        assertThat(odd.closed).isTrue();
    }

    @Test
    void aDefectWhereTheListenerIsHeardEndsTheStreamWithItsMessage() throws Exception {
        var odd = new Odd(defect(), true);
        var carrying = Thread.ofVirtual().start(() -> new StreamPump(odd, agent).carry());

        listener.send(new Frame.In(ByteBuffer.wrap("x".getBytes(UTF_8))));

        assertThat(next()).isEqualTo(BROKEN);
        assertThat(carrying.join(Duration.ofSeconds(10))).isTrue();
        await().untilTrue(odd.closed);
    }

    /** The next that is no sign of life. */
    private Frame next() throws IOException {
        var frame = listener.receive(Deadline.in(Duration.ofSeconds(10)));
        return frame instanceof Frame.Alive ? next() : frame;
    }

    private static RuntimeException defect() {
        return new IllegalStateException("a defect");
    }

    /** A daemon's stream that breaks herd. */
    private static final class Odd implements OneWay {

        private final Throwable defect;
        private final boolean whenWritten;
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicBoolean closed = new AtomicBoolean();

        Odd(Throwable defect, boolean whenWritten) {
            this.defect = defect;
            this.whenWritten = whenWritten;
        }

        @Override
        public Frame next() {
            if (!whenWritten) {
                throw thrown();
            }
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Frame.Ended();
        }

        @Override
        public void write(ByteBuffer input) {
            throw thrown();
        }

        private RuntimeException thrown() {
            if (defect instanceof Error error) {
                throw error;
            }
            return (RuntimeException) defect;
        }

        @Override
        public void close() {
            closed.set(true);
            end.countDown();
        }
    }
}
