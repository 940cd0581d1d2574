package io.herd.model;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** Tells addresses from names. */
public final class IpAddress {

    // Four numbers: of what has fewer, some readers make an address of their own.
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private IpAddress() {}

    /** Whether docker would read the text as an IP address, of either family. */
    public static boolean is(String text) {
        try {
            return (text.indexOf(':') >= 0 || IPV4.matcher(text).matches())
                    && !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
