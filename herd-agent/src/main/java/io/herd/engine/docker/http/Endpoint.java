package io.herd.engine.docker.http;

import io.herd.model.HostPort;
import io.herd.model.IpAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a Docker daemon, in the syntax of {@code DOCKER_HOST}. */
public sealed interface Endpoint {

    Pattern UNIX = Pattern.compile("unix://(/.+)");
    // A zone is an interface's name or number; in a URL, its percent sign may be written as %25.
    Pattern TCP =
            Pattern.compile(
                    "tcp://(?:\\[([0-9a-fA-F:.]+)(?:%(?:25)?([a-zA-Z0-9._-]+))?]|([a-zA-Z0-9._-]+)):(\\d{1,5})/?");

    /**
     * @throws IllegalArgumentException naming the value and the allowed forms
     */
    static Endpoint parse(String text) {
        var unix = UNIX.matcher(text);
        if (unix.matches() && text.indexOf('\0') < 0) {
            return new Unix(Path.of(unix.group(1)));
        }
        var tcp = TCP.matcher(text);
        if (tcp.matches() && (tcp.group(1) == null || IpAddress.isIpv6(tcp.group(1)))) {
            int port = Integer.parseInt(tcp.group(4));
            if (port >= 1 && port <= 65_535) {
                return new Tcp(host(tcp), port);
            }
        }
        throw new IllegalArgumentException(
                "invalid Docker endpoint '%s': use unix:///PATH or tcp://HOST:PORT, for IPv6 tcp://[ADDRESS]:PORT"
                        .formatted(text));
    }

    private static String host(Matcher tcp) {
        if (tcp.group(1) == null) {
            return tcp.group(3);
        }
        return tcp.group(2) == null ? tcp.group(1) : tcp.group(1) + "%" + tcp.group(2);
    }

    /** A channel that is not connected yet. */
    SocketChannel open() throws IOException;

    /** May look up a host name, which can take long. */
    SocketAddress address() throws IOException;

    /** The value of the HTTP header Host. */
    String authority();

    record Unix(Path path) implements Endpoint {

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        public SocketAddress address() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String authority() {
            return "docker";
        }

        @Override
        public String toString() {
            return "unix://" + path;
        }
    }

    record Tcp(String host, int port) implements Endpoint {

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open();
        }

        @Override
        public SocketAddress address() throws IOException {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new ConnectException("unknown host");
            }
            return address;
        }

        @Override
        public String authority() {
            // A zone means nothing to the other side.
            return new HostPort(host, port).withoutZone().toString();
        }

        @Override
        public String toString() {
            return "tcp://" + new HostPort(host, port);
        }
    }
}
