package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.KEY;
import static io.herd.cluster.jgroups.Members.OTHER_KEY;
import static io.herd.cluster.jgroups.Members.names;
import static io.herd.cluster.jgroups.MembershipTest.node;
import static io.herd.cluster.jgroups.MembershipTest.said;
import static io.herd.cluster.jgroups.MembershipTest.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.Key;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.transport.BindAddress;
import io.herd.model.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class JoinTest {

    private static final HostPort ANY_PORT = new HostPort("127.0.0.1", 0);

    private Members herd = Members.withoutKey();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (var each : open) {
            each.close();
        }
        herd.close();
    }

    @Test
    void aClientThatFindsNobodySaysSoSoon() throws Exception {
        var nobody = new HostPort("127.0.0.1", freePort());

        var failure = failure(() -> herd.client(herd.settings(List.of(nobody))));

        assertThat(failure.reason()).isEqualTo(Reason.NO_AGENT);
        assertThat(failure)
                .hasMessage(
                        "no agent of the herd '%s' answers at %s: start one with 'herd agent', or name one with --join HOST",
                        herd.herd(), nobody);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientGivesUpOnAHostThatAcceptsAndSaysNothing(boolean withKey) throws Exception {
        herd = withKey ? Members.withKey() : Members.withoutKey();
        var silent = listening();

        assertThat(failure(() -> herd.client(herd.settings(List.of(silent)))).reason())
                .isEqualTo(Reason.NO_AGENT);
    }

    @Test
    void aClientWithAnotherKeyIsToldSo() throws Exception {
        herd = Members.withKey();
        herd.agent("a");

        var failure = failure(() -> join(Optional.of(OTHER_KEY)));

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_KEY);
        assertThat(failure)
                .hasMessage(
                        "%s listens but does not accept this key for the herd '%s': check --key and --cluster",
                        herd.addresses().getFirst(), herd.herd());
    }

    @Test
    void aClientWithoutKeyIsToldThatTheHerdHasOne() throws Exception {
        herd = Members.withKey();
        herd.agent("a");

        var failure = failure(() -> join(Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_KEY);
        assertThat(failure)
                .hasMessage(
                        "%s wants a key: give the herd's with --key FILE",
                        herd.addresses().getFirst());
    }

    @Test
    void aClientWithAKeyTheHerdDoesNotHaveIsToldSo() throws Exception {
        herd.agent("a");

        assertThat(failure(() -> join(Optional.of(KEY))).reason()).isEqualTo(Reason.WRONG_KEY);
    }

    @Test
    void whileTheKeyChangesThoseWithOneAndThoseWithBothAreOneHerd() throws Exception {
        var oldThenNew = new Key(List.of(KEY.secret(), OTHER_KEY.secret()));
        var newThenOld = new Key(List.of(OTHER_KEY.secret(), KEY.secret()));

        assertAreOneHerd(KEY, oldThenNew);
        assertAreOneHerd(oldThenNew, newThenOld);
        assertAreOneHerd(newThenOld, OTHER_KEY);
    }

    private static void assertAreOneHerd(Key one, Key other) throws Exception {
        try (var herd = new Members(Optional.of(one))) {
            herd.agent("a");
            herd.agent(
                    "b",
                    Members.says("b"),
                    MemberWatcher.NONE,
                    herd.settings(herd.addresses(), Optional.of(other), ANY_PORT));
            for (var key : List.of(one, other)) {
                var client =
                        herd.client(herd.settings(herd.addresses(), Optional.of(key), ANY_PORT));
                assertThat(names(client)).containsExactly("a", "b");
                assertThat(client.send(node("a"), new Action.DescribeNode(), soon()))
                        .isEqualTo(said("a"));
                assertThat(client.send(node("b"), new Action.DescribeNode(), soon()))
                        .isEqualTo(said("b"));
            }
        }
    }

    @Test
    void theOldKeyIsRefusedOnceItIsNotAcceptedAnyMore() throws Exception {
        herd = new Members(Optional.of(OTHER_KEY));
        herd.agent("a");

        assertThat(failure(() -> join(Optional.of(KEY))).reason()).isEqualTo(Reason.WRONG_KEY);
    }

    @Test
    void anAgentWithAnotherKeyIsNeverInTheView() throws Exception {
        herd = Members.withKey();
        var a = herd.agent("a");
        var b =
                herd.agent(
                        "b",
                        Members.says("b"),
                        MemberWatcher.NONE,
                        herd.settings(herd.addresses(), Optional.of(OTHER_KEY), ANY_PORT));

        assertThat(names(a)).containsExactly("a");
        assertThat(names(b)).containsExactly("b");
    }

    @Test
    void strangersDoNotKeepAClientFromJoining() throws Exception {
        herd = Members.withKey();
        herd.agent("a");
        strangers(herd.addresses().getFirst());

        var client = herd.client();

        assertThat(client.send(node("a"), new Action.DescribeNode(), soon())).isEqualTo(said("a"));
    }

    @Test
    void aStrangerWhoSaysAByteNowAndThenMustGo() throws Exception {
        herd = Members.withKey();
        herd.agent("a");
        // The beginning of a record of TLS, which would be 16,000 bytes long.
        var greeting = Arrays.copyOf(new byte[] {0x16, 3, 1, 0x3f, -1, 1}, 100);
        var at = herd.addresses().getFirst();
        try (var stranger = new Socket(at.host(), at.port())) {
            var next = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(1_500))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> isClosed(stranger, greeting[next.getAndIncrement()]));
        }
    }

    /** Says one thing more, and looks whether the other side has gone. */
    private static boolean isClosed(Socket socket, byte more) throws IOException {
        try {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(more);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void aPortInUseIsNamedWithTheMend() throws Exception {
        herd.agent("a");
        var taken = herd.addresses().getFirst();

        var failure = failure(() -> agent(taken, Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.CANNOT_BIND);
        assertThat(failure)
                .hasMessageContaining("cannot listen on " + taken)
                .hasMessageContaining("--bind");
    }

    @Test
    void beyondLoopbackNothingIsBoundWithoutAKey() throws Exception {
        // Of no network (RFC 5737): refused before anything is tried with it.
        var address = "198.51.100.7";

        var failure = failure(() -> agent(new HostPort(address, 0), Optional.empty()));

        assertThat(failure.reason()).isEqualTo(Reason.CANNOT_BIND);
        assertThat(failure)
                .hasMessage(
                        "refusing to listen on %s without a key: make one with 'herd key new FILE' and give it with --key FILE",
                        address);
    }

    @Test
    void beyondLoopbackNobodyIsJoinedWithoutAKey() throws Exception {
        var there = new HostPort("198.51.100.7", 7800);
        var settings =
                new ClusterSettings(
                        herd.herd(),
                        Optional.empty(),
                        List.of(there),
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2));

        var failure = failure(() -> herd.client(settings));

        assertThat(failure.reason()).isEqualTo(Reason.CANNOT_BIND);
        assertThat(failure)
                .hasMessage(
                        "refusing to join at %s without a key: give the herd's with --key FILE",
                        there);
    }

    @Test
    void autoIsTheAddressOthersReachThisHostAt() throws Exception {
        var there = new HostPort(addressOfThisHost(), 7800);
        var auto = new HostPort("auto", 0);
        herd = Members.withKey();

        herd.agent(
                "a",
                Members.says("a"),
                MemberWatcher.NONE,
                herd.settings(List.of(there), Optional.of(KEY), auto));

        assertThat(herd.addresses().getFirst().host()).isEqualTo(there.host());
    }

    @Test
    void noAddressAtAllOrEveryAddressCannotBeListenedOn() {
        assertThat(failure(() -> agent(new HostPort("0.0.0.0", 0), Optional.of(KEY))))
                .hasMessageContaining("others must be told one address");
        assertThat(failure(() -> agent(new HostPort("198.51.100.7", 0), Optional.of(KEY))))
                .hasMessageContaining("this host has no such address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker0", "br-0123456789ab"})
    void dockersBridgesAreKnownByTheirNames(String name) {
        assertThat(BindAddress.isDockerBridge(name)).isTrue();
        assertThat(BindAddress.isDockerBridge("eth0")).isFalse();
    }

    private void join(Optional<Key> key) throws JoinException {
        herd.client(herd.settings(herd.addresses(), key, ANY_PORT));
    }

    private void agent(HostPort bind, Optional<Key> key) throws JoinException {
        herd.agent("x", Members.says("x"), MemberWatcher.NONE, herd.settings(List.of(), key, bind));
    }

    /** All within the time every attempt has. */
    private static JoinException failure(ThrowingCallable attempt) {
        var started = System.nanoTime();
        var failure = catchThrowableOfType(JoinException.class, attempt);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        return failure;
    }

    private void strangers(HostPort at) throws IOException {
        var garbage = new byte[500];
        new Random(1).nextBytes(garbage);
        for (int i = 0; i < 50; i++) {
            var idle = new Socket(at.host(), at.port());
            open.add(idle);
            var loud = new Socket(at.host(), at.port());
            open.add(loud);
            loud.getOutputStream().write(garbage);
        }
    }

    private HostPort listening() throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(server);
        return new HostPort("127.0.0.1", server.getLocalPort());
    }

    private static int freePort() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    /** Beyond loopback, if it has any such. */
    private static String addressOfThisHost() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(i -> !BindAddress.isDockerBridge(i.getName()))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .map(address -> HostPort.of(address, 0).withoutZone().host())
                .findFirst()
                .orElse("127.0.0.1");
    }
}
