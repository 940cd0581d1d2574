package io.herd.model;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A host name or IP address, and a port, such as a member listens on.
 *
 * @param host name or address, an IPv6 address without brackets
 */
public record HostPort(String host, int port) {

    /** The port on which an agent listens for other members by default. */
    public static final int DEFAULT_PORT = 7800;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");
    // The zone is an interface's name or number.
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F:.]+)(%[a-zA-Z0-9._-]+)?");

    /** The canonical form of an address, however it was typed. */
    public static HostPort of(InetAddress address, int port) {
        return new HostPort(AddressText.of(address), port);
    }

    /**
     * Parses {@code HOST}, {@code HOST:PORT}, {@code IPV6}, {@code [IPV6]} or {@code [IPV6]:PORT}.
     *
     * @param portIfNone the port when the text has none
     * @throws IllegalArgumentException naming the value and the allowed forms
     */
    public static HostPort parse(String text, int portIfNone) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end == text.length() - 1
                    ? new HostPort(ipv6(text.substring(1, Math.max(end, 1)), text), portIfNone)
                    : bracketed(text, end);
        }
        int colon = text.lastIndexOf(':');
        if (colon != text.indexOf(':')) {
            return new HostPort(ipv6(text, text), portIfNone);
        }
        return colon < 0
                ? new HostPort(name(text, text), portIfNone)
                : new HostPort(
                        name(text.substring(0, colon), text),
                        port(text.substring(colon + 1), text));
    }

    private static HostPort bracketed(String text, int end) {
        if (end < 0 || text.charAt(end + 1) != ':') {
            throw bad(text);
        }
        return new HostPort(
                ipv6(text.substring(1, end), text), port(text.substring(end + 2), text));
    }

    /** Whether it is an IPv6 address, and not a name or an IPv4 address. */
    public boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    /**
     * The same without the zone, as others are told it: each host has its own names for interfaces.
     */
    public HostPort withoutZone() {
        return new HostPort(host.replaceFirst("%.*$", ""), port);
    }

    private static String name(String name, String whole) {
        if (!NAME.matcher(name).matches()) {
            throw bad(whole);
        }
        return name;
    }

    private static String ipv6(String address, String whole) {
        var form = IPV6.matcher(address);
        if (!form.matches() || address.indexOf(':') < 0 || !IpAddress.isIpv6(form.group(1))) {
            throw bad(whole);
        }
        return address;
    }

    private static int port(String port, String whole) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw bad(whole);
        }
        return Integer.parseInt(port);
    }

    private static IllegalArgumentException bad(String whole) {
        return new IllegalArgumentException(
                "invalid address '%s': use HOST or HOST:PORT with a port of 0 to 65535, for IPv6 [ADDRESS]:PORT"
                        .formatted(whole));
    }

    @Override
    public String toString() {
        return AddressText.withPort(host, port);
    }
}
