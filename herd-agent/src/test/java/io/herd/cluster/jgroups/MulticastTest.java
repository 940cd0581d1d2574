package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.cluster.Key;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MulticastTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void onlyTheHerdsOwnDatagramsAreHeard() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var listener = multicast("ours");
                var friend = multicast("ours");
                var stranger = multicast("theirs");
                var garbage = new MulticastSocket(new InetSocketAddress(LOOPBACK, 0))) {
            listener.listen(
                    request -> heard.add(new String(request, UTF_8)), Thread.ofVirtual().factory());

            garbage.setNetworkInterface(NetworkInterface.getByInetAddress(LOOPBACK));
            for (var size : List.of(0, 1, 32, 33, 1_000, 5_000)) {
                garbage.send(
                        new DatagramPacket(
                                new byte[size],
                                size,
                                InetAddress.getByName("239.255.72.100"),
                                7800));
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
                    request -> heard.add(new String(request, UTF_8)), Thread.ofVirtual().factory());

            shown.send("one".getBytes(UTF_8));
            accepted.send("two".getBytes(UTF_8));

            await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("one", "two"));
        }
    }

    private static Multicast multicast(String herd) {
        return multicast(herd, Members.KEY);
    }

    private static Multicast multicast(String herd, Key key) {
        return new Multicast(LOOPBACK, Secrets.discoveryMacs(Optional.of(key), herd));
    }
}
