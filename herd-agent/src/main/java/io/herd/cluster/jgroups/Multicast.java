package io.herd.cluster.jgroups;

import io.herd.cluster.HostPort;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Carries discovery requests to every agent on the network of one interface. A datagram is an
 * HMAC-SHA256 and what it vouches for; any other is dropped without a word.
 */
final class Multicast implements AutoCloseable {

    private static final int PORT = HostPort.DEFAULT_PORT;
    private static final int MAC_LENGTH = 32;
    // Bytes; a request has about 150.
    private static final int LONGEST = 1_400;
    // Hops: a site, not the world.
    private static final int TTL = 4;

    private final InetAddress bind;
    private final InetSocketAddress group;
    private final List<Mac> macs;
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile @Nullable MulticastSocket in;
    private @Nullable MulticastSocket out;
    private volatile boolean closed;

    /**
     * @param macs the first for what is sent; what is heard may be vouched for by any
     */
    Multicast(InetAddress bind, List<Mac> macs) {
        this.bind = bind;
        this.macs = macs;
        // Site-local scope, RFC 2365 and RFC 4291.
        this.group =
                new InetSocketAddress(
                        bind instanceof Inet6Address ? "ff05::4865:7264" : "239.255.72.100", PORT);
    }

    void send(byte[] request) {
        try {
            var datagram = sealed(request);
            sender().send(new DatagramPacket(datagram, datagram.length, group));
        } catch (IOException e) {
            complain(e);
        }
    }

    void listen(Consumer<byte[]> requests, ThreadFactory threads) {
        try {
            // Bound to the group, not the port alone: nothing else is then received.
            var socket = new MulticastSocket(group);
            in = socket;
            socket.joinGroup(group, NetworkInterface.getByInetAddress(bind));
            threads.newThread(() -> receive(socket, requests)).start();
        } catch (IOException e) {
            complain(e);
        }
    }

    private void receive(MulticastSocket socket, Consumer<byte[]> requests) {
        var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LONGEST);
                socket.receive(packet);
                var datagram = Arrays.copyOf(packet.getData(), packet.getLength());
                if (isOurs(datagram)) {
                    requests.accept(Arrays.copyOfRange(datagram, MAC_LENGTH, datagram.length));
                }
            } catch (IOException | RuntimeException e) {
                // Closed, which ends the loop; or one bad datagram.
            }
        }
    }

    private byte[] sealed(byte[] request) {
        var datagram = Arrays.copyOf(seal(macs.getFirst(), request), MAC_LENGTH + request.length);
        System.arraycopy(request, 0, datagram, MAC_LENGTH, request.length);
        return datagram;
    }

    private boolean isOurs(byte[] datagram) {
        if (datagram.length <= MAC_LENGTH) {
            return false;
        }
        var claimed = Arrays.copyOf(datagram, MAC_LENGTH);
        var request = Arrays.copyOfRange(datagram, MAC_LENGTH, datagram.length);
        return macs.stream().anyMatch(mac -> MessageDigest.isEqual(claimed, seal(mac, request)));
    }

    private synchronized byte[] seal(Mac mac, byte[] request) {
        return mac.doFinal(request);
    }

    private synchronized MulticastSocket sender() throws IOException {
        var socket = out;
        if (closed) {
            throw new IOException("closed");
        }
        if (socket == null) {
            socket = new MulticastSocket(new InetSocketAddress(bind, 0));
            socket.setNetworkInterface(NetworkInterface.getByInetAddress(bind));
            socket.setTimeToLive(TTL);
            socket.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            out = socket;
        }
        return socket;
    }

    private void complain(IOException why) {
        if (!closed && !complained.getAndSet(true)) {
            QuietLog.LOG.log(
                    Level.INFO,
                    "no multicast on {0} ({1}): only the agents given with --join are found",
                    bind.getHostAddress(),
                    why.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (var socket : new @Nullable MulticastSocket[] {in, out}) {
            if (socket != null) {
                socket.close();
            }
        }
    }
}
