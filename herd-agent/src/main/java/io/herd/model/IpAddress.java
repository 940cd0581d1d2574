package io.herd.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises and parses literal IP addresses, without looking up names. */
public final class IpAddress {

    // Exactly four numbers: some parsers also accept fewer, each in its own way.
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private IpAddress() {}

    /** Whether docker would read the text as an IP address, of either family. */
    public static boolean is(String text) {
        return (text.indexOf(':') >= 0 || IPV4.matcher(text).matches())
                && literal(text).isPresent();
    }

    /** Whether it is an IPv6 address; an IPv4-mapped one is not. */
    public static boolean isIpv6(String text) {
        return literal(text).filter(Inet6Address.class::isInstance).isPresent();
    }

    /** Parses an address in any form that the JDK accepts; names are not looked up. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
