package io.herd.model;

import java.math.BigInteger;
import java.net.InetAddress;

/** Checks whether an IP address belongs to a subnet. */
public final class Subnet {

    private Subnet() {}

    /** Whether this is a subnet in the CIDR notation, such as 172.17.0.0/16 or fd00::/80. */
    public static boolean is(String text) {
        return contains(text, text.substring(0, Math.max(text.indexOf('/'), 0)));
    }

    /**
     * @param subnet such as 172.17.0.0/16 or fd00::/80; any other syntax contains nothing
     * @param host an address; a name is in no subnet, and is not looked up
     */
    public static boolean contains(String subnet, String host) {
        int slash = subnet.indexOf('/');
        try {
            var first = InetAddress.ofLiteral(subnet.substring(0, Math.max(slash, 0))).getAddress();
            var address = InetAddress.ofLiteral(host).getAddress();
            int rest = 8 * first.length - Integer.parseInt(subnet.substring(slash + 1));
            return address.length == first.length
                    && rest >= 0
                    && rest <= 8 * first.length
                    && number(address).shiftRight(rest).equals(number(first).shiftRight(rest));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger number(byte[] address) {
        return new BigInteger(1, address);
    }
}
