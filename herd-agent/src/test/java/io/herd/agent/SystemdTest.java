package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real datagram sockets; whether systemd itself understands, packaging/test says. */
class SystemdTest {

    private static final long PID = 4711;
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir Path directory;
    private String address;
    private DatagramInbox inbox;

    @BeforeEach
    void systemdListens() throws Throwable {
        address = directory.resolve("notify").toString();
        inbox = new DatagramInbox(address);
    }

    @AfterEach
    void itListensNoMore() {
        inbox.close();
    }

    @Test
    void readinessAndStoppingAreTold() {
        try (var systemd = Systemd.of(Map.of("NOTIFY_SOCKET", address), PID)) {
            assertThat(inbox.received()).isEmpty();
            systemd.ready(() -> true);
            assertThat(inbox.received()).containsExactly("READY=1");
            systemd.stopping();
            assertThat(inbox.received()).containsExactly("STOPPING=1");
        }
    }

    @Test
    void aSocketInTheAbstractNamespaceIsReached() throws Throwable {
        var name = "herd-" + UUID.randomUUID();
        try (var abstractInbox = new DatagramInbox("\0" + name)) {
            new NotifySocket("@" + name).send("READY=1");

            assertThat(abstractInbox.received()).containsExactly("READY=1");
        }
    }

    @Test
    void aSignThatFailedIsFollowedByTheNext() {
        var asked = new AtomicInteger();
        try (var systemd = Systemd.of(watchdog("4711"), PID)) {
            systemd.ready(() -> {
                if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("what nobody foresaw");
                }
                return true;
            });

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(inbox.received()).contains("WATCHDOG=1"));
        }
    }

    @Test
    void signsOfLifeAreGivenAsLongAsItWorks() {
        var works = new AtomicBoolean(true);
        var asked = new AtomicInteger();
        try (var systemd = Systemd.of(watchdog("4711"), PID)) {
            systemd.ready(() -> {
                asked.incrementAndGet();
                return works.get();
            });
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(inbox.received()).contains("WATCHDOG=1"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(inbox.received()).contains("WATCHDOG=1"));

            works.set(false);
            askedTwiceMore(asked);
            inbox.received();
            askedTwiceMore(asked);

            assertThat(inbox.received()).isEmpty();
        }
    }

    @Test
    void aWatchdogThatWatchesAnotherProcessGetsNoSignsOfLife() {
        var asked = new AtomicInteger();
        var otherAsked = new AtomicInteger();
        try (var systemd = Systemd.of(watchdog("4712"), PID);
                var other = Systemd.of(watchdog("4711"), PID)) {
            systemd.ready(() -> asked.incrementAndGet() > 0);
            other.ready(() -> otherAsked.incrementAndGet() > 0);
            askedTwiceMore(otherAsked);

            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void aSocketThatIsNotThereIsNoReasonToStop() {
        var gone = directory.resolve("gone").toString();

        assertThatThrownBy(() -> new NotifySocket(gone).send("READY=1"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(gone + ": ");
        try (var systemd = Systemd.of(Map.of("NOTIFY_SOCKET", gone), PID)) {
            systemd.ready(() -> true);
            systemd.stopping();
        }
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new NotifySocket("vsock:2:1").send("READY=1"))
                .hasMessageContaining("vsock:2:1");
        assertThatThrownBy(() -> new NotifySocket("/" + "x".repeat(107)).send("READY=1"))
                .hasMessageContaining("xxx");
    }

    private Map<String, String> watchdog(String pid) {
        return Map.of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "30000", "WATCHDOG_PID", pid);
    }

    private static void askedTwiceMore(AtomicInteger asked) {
        int before = asked.get();
        await().atMost(SOON).until(() -> asked.get() >= before + 2);
    }
}
