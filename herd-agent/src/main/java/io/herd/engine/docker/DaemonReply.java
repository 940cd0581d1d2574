package io.herd.engine.docker;

import java.util.Optional;

/**
 * A complete HTTP response of a Docker daemon.
 *
 * @param apiVersion newest API version of the daemon; in every response of a daemon, but not always
 *     in a proxy's
 */
record DaemonReply(int status, Optional<String> apiVersion, String body) {

    boolean ok() {
        return ok(status);
    }

    static boolean ok(int status) {
        // 304: the container is running, or stopped, already.
        return (status >= 200 && status < 300) || status == 304;
    }
}
