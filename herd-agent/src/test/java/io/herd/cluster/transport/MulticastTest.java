package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.cluster.Key;
import io.herd.cluster.jgroups.Members;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

public class MulticastTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress GROUP = new InetSocketAddress("239.255.72.100", 7800);

    @Test
    void onlyTheHerdsOwnDatagramsAreHeard() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var listener = multicast("ours");
                var friend = multicast("ours");
                var stranger = multicast("theirs");
                var garbage = new MulticastSocket(new InetSocketAddress(LOOPBACK, 0))) {
            listener.listen(
                    (request, _) -> heard.add(new String(request, UTF_8)),
                    Thread.ofVirtual().factory());

            garbage.setNetworkInterface(NetworkInterface.getByInetAddress(LOOPBACK));
            for (var size : List.of(0, 1, 32, 33, 48, 49, 1_000, 5_000)) {
                garbage.send(new DatagramPacket(new byte[size], size, GROUP));
            }
            stranger.send("not for you".getBytes(UTF_8));
            friend.send("hello".getBytes(UTF_8));

            await().untilAsserted(() -> assertThat(heard).containsExactly("hello"));
        }
    }

    @Test
    void whatIsVouchedForByTheOtherAcceptedKeyIsHeard() throws Exception {
        var both = new Key(List.of(Members.OTHER_KEY.secret(), Members.KEY.secret()));
        var heard = new CopyOnWriteArrayList<String>();
        try (var listener = multicast("both", both);
                var shown = multicast("both", Members.OTHER_KEY);
                var accepted = multicast("both", Members.KEY)) {
            listener.listen(
                    (request, _) -> heard.add(new String(request, UTF_8)),
                    Thread.ofVirtual().factory());

            shown.send("one".getBytes(UTF_8));
            accepted.send("two".getBytes(UTF_8));

            await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("one", "two"));
        }
    }

    @Test
    void aCopyOfADatagramIsNotHeardAgain() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var recorder = recorder();
                var listener = multicast("ours");
                var friend = multicast("ours")) {
            listener.listen(
                    (request, _) -> heard.add(new String(request, UTF_8)),
                    Thread.ofVirtual().factory());

            friend.send("hello".getBytes(UTF_8));
            var copy = received(recorder);
            for (int i = 0; i < 100; i++) {
                send(copy);
            }
            friend.send("bye".getBytes(UTF_8));

            await().untilAsserted(() -> assertThat(heard).contains("bye"));
            assertThat(heard).containsExactly("hello", "bye");
        }
    }

    @Test
    void whoStartsLaterDoesNotHearAnOldCopy() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var later = Instant.now().plus(Freshness.WINDOW).plusSeconds(1);
        try (var recorder = recorder();
                var friend = multicast("ours")) {
            friend.send("hello".getBytes(UTF_8));
            var copy = received(recorder);
            try (var listener = multicast("ours", later);
                    var contemporary = multicast("ours", later)) {
                listener.listen(
                        (request, _) -> heard.add(new String(request, UTF_8)),
                        Thread.ofVirtual().factory());

                send(copy);
                contemporary.send("bye".getBytes(UTF_8));

                await().untilAsserted(() -> assertThat(heard).containsExactly("bye"));
            }
        }
    }

    public static MulticastSocket recorder() throws IOException {
        var socket = new MulticastSocket(GROUP);
        socket.setSoTimeout(5_000);
        socket.joinGroup(GROUP, NetworkInterface.getByInetAddress(LOOPBACK));
        return socket;
    }

    public static byte[] received(MulticastSocket recorder) throws IOException {
        var packet = new DatagramPacket(new byte[2_000], 2_000);
        recorder.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    public static void send(byte[] datagram) throws IOException {
        try (var socket = new MulticastSocket(new InetSocketAddress(LOOPBACK, 0))) {
            socket.setNetworkInterface(NetworkInterface.getByInetAddress(LOOPBACK));
            socket.send(new DatagramPacket(datagram, datagram.length, GROUP));
        }
    }

    private static Multicast multicast(String herd, Instant now) {
        return new Multicast(
                LOOPBACK, HerdSecrets.discoveryMacs(Optional.of(Members.KEY), herd), () -> now);
    }

    private static Multicast multicast(String herd) {
        return multicast(herd, Members.KEY);
    }

    private static Multicast multicast(String herd, Key key) {
        return new Multicast(LOOPBACK, HerdSecrets.discoveryMacs(Optional.of(key), herd));
    }
}
