package io.herd.engine.docker;

import java.util.Optional;

/**
 * A daemon's whole answer.
 *
 * @param apiVersion the newest it speaks; every answer of a daemon says so, a proxy's may not
 */
record DaemonReply(int status, Optional<String> apiVersion, String body) {

    boolean ok() {
        return ok(status);
    }

    static boolean ok(int status) {
        // 304: it runs, or is stopped, already.
        return (status >= 200 && status < 300) || status == 304;
    }
}
