package io.herd.cluster;

import java.util.regex.Pattern;

/**
 * Where a member listens.
 *
 * @param host name or address, an IPv6 address without brackets
 */
public record HostPort(String host, int port) {

    /** The port an agent listens on for other members unless it is told another. */
    public static final int DEFAULT_PORT = 7800;

    // A name, an IPv4 address, or an IPv6 address with or without its zone.
    private static final Pattern HOST =
            Pattern.compile("[a-zA-Z0-9._-]+|[0-9a-fA-F:.]+(%[a-zA-Z0-9._-]+)?");

    /**
     * Parses {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}.
     *
     * @param portIfNone the port when the text has none
     * @throws IllegalArgumentException naming the value and the mend
     */
    public static HostPort parse(String text, int portIfNone) {
        int colon = text.lastIndexOf(':');
        boolean bareIpv6 = colon >= 0 && text.indexOf(':') != colon && !text.contains("]:");
        if (colon < 0 || bareIpv6) {
            return new HostPort(host(text, text), portIfNone);
        }
        return new HostPort(
                host(text.substring(0, colon), text), port(text.substring(colon + 1), text));
    }

    private static String host(String host, String whole) {
        var bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        if (!HOST.matcher(bare).matches()) {
            throw bad(whole);
        }
        return bare;
    }

    private static int port(String port, String whole) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw bad(whole);
        }
        return Integer.parseInt(port);
    }

    private static IllegalArgumentException bad(String whole) {
        return new IllegalArgumentException(
                "'%s' is no address: use HOST or HOST:PORT with a port of 0 to 65535"
                        .formatted(whole));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
