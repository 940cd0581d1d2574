package io.herd.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * Formats IP addresses as people write them: IPv6 shortened as in RFC 5952, and in brackets before
 * a port.
 */
public final class AddressText {

    private static final Pattern ZEROS = Pattern.compile("(?<![^:])0(:0)+(?![^:])");

    private AddressText() {}

    /** Such as {@code 10.0.0.1}, {@code fd00::1} or {@code fe80::1%eth0}. */
    public static String of(InetAddress address) {
        var text = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return text;
        }
        int zone = text.indexOf('%');
        return zone < 0
                ? shortened(text)
                : shortened(text.substring(0, zone)) + text.substring(zone);
    }

    /**
     * Such as {@code 10.0.0.1:7800} or {@code [fd00::1]:7800}.
     *
     * @param address a resolved address
     */
    public static String of(InetSocketAddress address) {
        return withPort(of(address.getAddress()), address.getPort());
    }

    /**
     * @param host a name or an address, an IPv6 address without brackets
     */
    public static String withPort(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** Replaces the first of the longest runs of zeros by {@code ::}. */
    private static String shortened(String address) {
        var start = 0;
        var end = 0;
        for (var zeros = ZEROS.matcher(address); zeros.find(); ) {
            if (zeros.end() - zeros.start() > end - start) {
                start = zeros.start();
                end = zeros.end();
            }
        }
        return end == 0
                ? address
                : address.substring(0, start).replaceFirst(":$", "")
                        + "::"
                        + address.substring(end).replaceFirst("^:", "");
    }
}
