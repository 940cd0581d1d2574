package io.herd.cluster.jgroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cluster.transport.Listener;
import io.herd.cluster.transport.Multicast;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jgroups.protocols.TCP;
import org.junit.jupiter.api.Test;

class StackTest {

    private final ThreadFactory threads = Thread.ofVirtual().factory();

    @Test
    void aConnectionBuffersNoMoreThan16KilobytesAsThereIsOneToEveryMember() throws Exception {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var listener = Listener.bind(here, Optional.empty(), threads);
        try (var multicast = new Multicast(here.getAddress(), List.of())) {
            var discovery = new HerdDiscovery(List.of(), multicast, true, _ -> false, threads);

            var tcp =
                    (TCP) Stack.of(listener, discovery, Optional.empty(), Timing.USUAL).getFirst();

            assertThat(tcp.getBufferedInputStreamSize() + tcp.getBufferedOutputStreamSize())
                    .isLessThanOrEqualTo(16_384);
        } finally {
            listener.close();
        }
    }
}
