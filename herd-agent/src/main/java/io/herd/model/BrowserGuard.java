package io.herd.model;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Detects and refuses requests that a web page made a browser send. Any page that is open on a host
 * can reach that host's loopback addresses, where somebody may be served who shows no token.
 */
public final class BrowserGuard {

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3})(:[0-9]*)?");
    private static final Pattern IPV6 = Pattern.compile("\\[([0-9a-f:.]+)](:[0-9]*)?");

    private final String own;
    private final boolean loopback;

    /**
     * @param own the server's address, with the host name as the operator gave it
     */
    public BrowserGuard(InetSocketAddress own) {
        this.own = own.getHostString().toLowerCase(Locale.ROOT);
        this.loopback = own.getAddress().isLoopbackAddress();
    }

    /** The headers of a request. */
    @FunctionalInterface
    public interface Headers {

        /** All values of a header; none if it is not there. */
        List<String> values(String name);
    }

    /** Returns why the request is refused, or empty if it is not. */
    public Optional<String> complaint(Headers headers) {
        if (!headers.values("Origin").isEmpty() || fromPage(headers.values("Sec-Fetch-Site"))) {
            return Optional.of(
                    "requests that a web page makes are refused: use a program such as curl");
        }
        // Elsewhere it may have any name, and a page that pretends to be it has no token.
        if (!loopback) {
            return Optional.empty();
        }
        // A page whose host name resolves to loopback (DNS rebinding) sends no Origin, but its own
        // name as Host.
        return headers.values("Host").stream()
                .filter(host -> !isOwn(host.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map("the Host '%s' is not this agent: use localhost"::formatted);
    }

    private boolean isOwn(String host) {
        return LOOPBACK.matcher(host).matches()
                || isIpv6Loopback(host)
                || host.replaceFirst(":[0-9]*$", "").equals(own);
    }

    // There are many ways to write this address.
    private static boolean isIpv6Loopback(String host) {
        var address = IPV6.matcher(host);
        return address.matches()
                && IpAddress.literal(address.group(1))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static boolean fromPage(List<String> sites) {
        return sites.stream().anyMatch(site -> !site.equals("none"));
    }
}
