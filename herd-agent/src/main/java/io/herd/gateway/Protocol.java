package io.herd.gateway;

import io.herd.http.RequestHead;
import java.net.URI;
import java.net.URISyntaxException;

/** What HTTP wants of a request's head: RFC 9112, 3.2. */
final class Protocol {

    private Protocol() {}

    /** Checks that the request says once whom it is for. */
    static void check(RequestHead head) throws ProblemException {
        int hosts = head.values("Host").size();
        if (hosts > 1) {
            throw wrong("there are %d Host headers: send one".formatted(hosts));
        }
        if (hosts == 0 && !head.old()) {
            throw wrong("there is no Host header: send 'Host: localhost'");
        }
    }

    /** The path of what is asked for. */
    static String path(RequestHead head) throws ProblemException {
        try {
            return String.valueOf(new URI(head.target()).getPath());
        } catch (URISyntaxException _) {
            throw wrong("'%s' is no path: ask for / or /health".formatted(head.target()));
        }
    }

    private static ProblemException wrong(String why) {
        return new ProblemException(Statuses.BAD_REQUEST, why);
    }
}
