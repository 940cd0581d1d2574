package io.herd.cluster.socket;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the user at the other end of a TCP connection on the loopback interface: the kernel lists
 * that end, too, with the user who opened it (proc_net_tcp in the kernel's documentation).
 */
final class LoopbackPeer {

    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int UID = 7;
    // Of one that is being closed, the user is not told any more: 0 is shown in his place.
    private static final String ESTABLISHED = "01";

    private static final String MAPPED = "0000000000000000FFFF0000";

    private LoopbackPeer() {}

    /** The user's number; empty if the kernel does not tell. */
    static Optional<String> uid(SocketChannel channel) throws IOException {
        var his = ends(channel.getRemoteAddress());
        var ours = ends(channel.getLocalAddress());
        for (var table : TABLES) {
            var found =
                    lines(table).stream().map(String::strip).map(it -> it.split("\\s+")).toList();
            for (var line : found) {
                if (line.length > UID
                        && his.contains(line[LOCAL])
                        && ours.contains(line[REMOTE])
                        && line[STATE].equals(ESTABLISHED)) {
                    return Optional.of(line[UID]);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Path table) throws IOException {
        try {
            return Files.readAllLines(table);
        } catch (NoSuchFileException e) {
            // This host has no IPv6.
            return List.of();
        }
    }

    /** The ways in which the tables write an end of a connection. */
    private static List<String> ends(SocketAddress end) {
        if (!(end instanceof InetSocketAddress address)) {
            return List.of();
        }
        var host = words(address.getAddress());
        var port = ":%04X".formatted(address.getPort());
        return address.getAddress() instanceof Inet4Address
                ? List.of(host + port, MAPPED + host + port)
                : List.of(host + port);
    }

    // Words of four bytes, the last byte first, on all machines that Docker's images are made for.
    private static String words(InetAddress address) {
        var bytes = address.getAddress();
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append("%02X".formatted(bytes[(i & ~3) + 3 - (i & 3)]));
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }
}
