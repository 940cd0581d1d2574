package io.herd.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells addresses from names. */
public final class IpAddress {

    // Four numbers: of what has fewer, some readers make an address of their own.
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private IpAddress() {}

    /** Whether docker would read the text as an IP address, of either family. */
    public static boolean is(String text) {
        return (text.indexOf(':') >= 0 || IPV4.matcher(text).matches())
                && literal(text).isPresent();
    }

    /** Whether it is an IPv6 address; one that stands for an IPv4 address is none. */
    public static boolean isIpv6(String text) {
        return literal(text).filter(Inet6Address.class::isInstance).isPresent();
    }

    /** The address that is written so, in any form that the JDK reads; names are not looked up. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
