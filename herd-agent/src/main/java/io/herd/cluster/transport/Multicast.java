package io.herd.cluster.transport;

import io.herd.cluster.ClusterSettings;
import io.herd.model.AddressText;
import io.herd.model.HostPort;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Sends and receives discovery requests by authenticated multicast on the network of one interface.
 * A datagram is an HMAC-SHA256, followed by what it covers: the sender (8 bytes), the time of
 * sending (8 bytes, milliseconds since 1970) and the request. Datagrams that fail the check are
 * dropped silently, and so are repeated ones; for the first that is out of time, a warning is
 * logged. Thread-safe.
 */
public final class Multicast implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster");

    private static final int PORT = HostPort.DEFAULT_PORT;
    private static final int MAC_LENGTH = 32;
    private static final int STAMP_LENGTH = 2 * Long.BYTES;
    // Maximum length in bytes; a datagram usually has about 200.
    private static final int LONGEST = 1_400;
    // Maximum hops: enough for a site, not for the world.
    private static final int TTL = 4;
    // Nanoseconds to wait after an error of the socket.
    private static final long PAUSE = 10_000_000;

    private final InetAddress bind;
    private final InetSocketAddress group;
    private final List<Mac> macs;
    private final AtomicBoolean complained = new AtomicBoolean();
    private final AtomicBoolean doubted = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final InstantSource clock;
    private final Freshness freshness;
    private final long self = new SecureRandom().nextLong();
    private long lastSent;
    private volatile @Nullable MulticastSocket in;
    private @Nullable MulticastSocket out;
    private volatile boolean closed;

    /** Multicast of a herd's discovery, on the network of this address. */
    public static Multicast of(ClusterSettings settings, InetAddress bind) {
        return new Multicast(bind, HerdSecrets.discoveryMacs(settings.key(), settings.herd()));
    }

    /**
     * @param macs the first is for sending; a received datagram may match any
     */
    public Multicast(InetAddress bind, List<Mac> macs) {
        this(bind, macs, InstantSource.system());
    }

    Multicast(InetAddress bind, List<Mac> macs, InstantSource clock) {
        this.bind = bind;
        this.macs = macs;
        this.clock = clock;
        this.freshness = new Freshness(clock);
        // Site-local scope, RFC 2365 and RFC 4291.
        this.group =
                new InetSocketAddress(
                        bind instanceof Inet6Address ? "ff05::4865:7264" : "239.255.72.100", PORT);
    }

    public void send(byte[] request) {
        try {
            var datagram = sealed(request);
            sender().send(new DatagramPacket(datagram, datagram.length, group));
        } catch (IOException e) {
            complain(e);
        }
    }

    /** Receiver of requests. */
    @FunctionalInterface
    public interface Ear {

        /**
         * @param from source address of the datagram
         */
        void hears(byte[] request, InetAddress from);
    }

    /** Calls the ear once for each request; on the receiving thread, so it must not block. */
    public void listen(Ear ear, ThreadFactory threads) {
        try {
            // Bound to the group address, not the port alone, so that nothing else is received.
            var socket = new MulticastSocket(group);
            in = socket;
            socket.joinGroup(group, NetworkInterface.getByInetAddress(bind));
            threads.newThread(() -> receive(socket, ear)).start();
        } catch (IOException e) {
            complain(e);
        }
    }

    private void receive(MulticastSocket socket, Ear ear) {
        var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LONGEST);
                socket.receive(packet);
                var datagram = Arrays.copyOf(packet.getData(), packet.getLength());
                if (isOurs(datagram) && isFresh(datagram, packet.getAddress())) {
                    var request = datagram.length - MAC_LENGTH - STAMP_LENGTH;
                    ear.hears(tail(datagram, request), packet.getAddress());
                }
            } catch (IOException e) {
                // The socket was closed, which ends the loop; or the interface is down, and may
                // come back.
                LockSupport.parkNanos(PAUSE);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Logs the error, but only once: whoever sends one such datagram can send many. */
    private void failed(Throwable e) {
        if (!failed.getAndSet(true)) {
            LOG.log(Level.ERROR, "cannot read a datagram of this herd", e);
        }
    }

    private synchronized byte[] sealed(byte[] request) {
        lastSent = Math.max(lastSent + 1, clock.millis());
        var stamped =
                ByteBuffer.allocate(STAMP_LENGTH + request.length)
                        .putLong(self)
                        .putLong(lastSent)
                        .put(request)
                        .array();
        return ByteBuffer.allocate(MAC_LENGTH + stamped.length)
                .put(seal(macs.getFirst(), stamped))
                .put(stamped)
                .array();
    }

    private boolean isOurs(byte[] datagram) {
        if (datagram.length <= MAC_LENGTH + STAMP_LENGTH) {
            return false;
        }
        var claimed = Arrays.copyOf(datagram, MAC_LENGTH);
        var stamped = tail(datagram, datagram.length - MAC_LENGTH);
        return macs.stream().anyMatch(mac -> MessageDigest.isEqual(claimed, seal(mac, stamped)));
    }

    private boolean isFresh(byte[] datagram, InetAddress from) {
        var stamp = ByteBuffer.wrap(datagram, MAC_LENGTH, STAMP_LENGTH);
        var sender = stamp.getLong();
        var sentAt = stamp.getLong();
        return switch (freshness.look(sender, sentAt)) {
            case FRESH -> true;
            case REPEATED -> false;
            case OUT_OF_TIME -> {
                doubt(from, sentAt);
                yield false;
            }
        };
    }

    private static byte[] tail(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
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
            // The loopback interface of many hosts has no multicast, and nobody misses it there.
            LOG.log(
                    bind.isLoopbackAddress() ? Level.DEBUG : Level.INFO,
                    "no multicast on {0} ({1}): only the agents given with --join are found",
                    AddressText.of(bind),
                    why.getMessage());
        }
    }

    /** Warns of a wrong clock, but only once: whoever keeps copies could fill the log. */
    private void doubt(InetAddress from, long sentAt) {
        if (!doubted.getAndSet(true)) {
            LOG.log(
                    Level.WARNING,
                    "a datagram of this herd from {0} is of {1}, more than {2} s from now, and is not answered: set the clocks of all hosts (or somebody repeats old ones)",
                    AddressText.of(from),
                    Instant.ofEpochMilli(sentAt),
                    Freshness.WINDOW.toSeconds());
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
