package io.herd.engine.docker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a daemon listens, as {@code DOCKER_HOST} writes it. */
sealed interface Endpoint {

    Pattern UNIX = Pattern.compile("unix://(/.+)");
    Pattern TCP = Pattern.compile("tcp://(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9._-]+):(\\d{1,5})/?");

    /**
     * @throws IllegalArgumentException naming the value and the allowed forms
     */
    static Endpoint parse(String text) {
        var unix = UNIX.matcher(text);
        if (unix.matches() && text.indexOf('\0') < 0) {
            return new Unix(Path.of(unix.group(1)));
        }
        var tcp = TCP.matcher(text);
        if (tcp.matches()) {
            int port = Integer.parseInt(tcp.group(2));
            if (port >= 1 && port <= 65_535) {
                return new Tcp(tcp.group(1).replaceAll("[\\[\\]]", ""), port);
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no Docker endpoint: use unix:///PATH or tcp://HOST:PORT".formatted(text));
    }

    /** A channel that is not connected yet. */
    SocketChannel open() throws IOException;

    /** May look up a host name, which can take long. */
    SocketAddress address() throws IOException;

    /** What HTTP wants as Host. */
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
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        @Override
        public String toString() {
            return "tcp://" + authority();
        }
    }
}
