package io.herd.cluster.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jgroups.stack.IpAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private long now;
    private final Errands<Object> errands = new Errands<>(Thread.ofVirtual().factory(), () -> now);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void allEnd() {
        end.countDown();
    }

    @Test
    void toOneAddressOneIsUnderWayAtATime() {
        assertThat(errands.run(address(1), this::untilTheEnd)).isTrue();
        passes();

        assertThat(errands.run(address(1), this::untilTheEnd)).isFalse();
        assertThat(errands.run(address(2), this::untilTheEnd)).isTrue();
    }

    @Test
    void toOneAddressTheNextIsNotBegunAtOnce() {
        assertThat(errands.run(address(1), ended::incrementAndGet)).isTrue();
        await().untilAtomic(ended, n -> assertThat(n).isEqualTo(1));
        assertThat(errands.run(address(1), ended::incrementAndGet)).isFalse();

        passes();

        await().until(() -> errands.run(address(1), ended::incrementAndGet));
    }

    @Test
    void fewAreUnderWayInAll() {
        for (int i = 0; i < Errands.MOST; i++) {
            assertThat(errands.run(address(i), this::untilTheEnd)).isTrue();
        }
        assertThat(errands.run(address(1_000), this::untilTheEnd)).isFalse();

        end.countDown();

        await().until(() -> errands.run(address(1_000), this::untilTheEnd));
    }

    @Test
    void oneThatFailsMakesRoom() {
        assertThat(
                        errands.run(
                                address(1),
                                () -> {
                                    throw new QuietException();
                                }))
                .isTrue();
        passes();

        await().dontCatchUncaughtExceptions()
                .until(() -> errands.run(address(1), this::untilTheEnd));
    }

    private void passes() {
        now += Errands.PAUSE.toNanos();
    }

    private void untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IpAddress address(int port) {
        return new IpAddress(InetAddress.getLoopbackAddress(), 1 + port);
    }

    private static final class QuietException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        QuietException() {
            super("for a test", null, false, false);
        }
    }
}
