package io.herd.gateway;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks requirements of HTTP on a request's head that the JDK's server does not check: RFC 9112,
 * 2.3 and 3.2.
 */
final class Protocol {

    private static final Pattern SPOKEN = Pattern.compile("HTTP/1\\.[0-9]");

    private Protocol() {}

    /**
     * Returns why the request is invalid, or empty if it is valid.
     *
     * @param version the last word of the request line
     */
    static Optional<Problem> complaint(String version, Headers headers) {
        if (!SPOKEN.matcher(version).matches()) {
            return wrong("the request line ends with '%s': use HTTP/1.1".formatted(version));
        }
        int hosts = headers.getOrDefault("Host", List.of()).size();
        if (hosts > 1) {
            return wrong("there are %d Host headers: send one".formatted(hosts));
        }
        // HTTP/1.0 has no Host header yet.
        return hosts == 0 && !version.equals("HTTP/1.0")
                ? wrong("there is no Host header: send 'Host: localhost'")
                : Optional.empty();
    }

    private static Optional<Problem> wrong(String why) {
        return Optional.of(new Problem(Statuses.BAD_REQUEST, why));
    }
}
