package io.herd.gateway;

import java.time.Duration;

/**
 * Limits on what clients of the gateway may use.
 *
 * @param body maximum size of a request body, in bytes
 * @param atOnce maximum number of requests carried out at once; more wait for {@code patience}
 * @param inHand maximum bytes of bodies and answers of all requests together
 * @param patience how long a request waits for its turn and for room, and a client may take to
 *     fetch its answer
 */
record Limits(int body, int atOnce, long inHand, Duration patience) {

    // A quarter of the heap: the rest is the cluster's and the daemon's.
    static final Limits USUAL =
            new Limits(1 << 20, 32, Runtime.getRuntime().maxMemory() / 4, Duration.ofSeconds(30));

    /**
     * Sets the limits that the JDK's HTTP server enforces itself. It reads them once, before its
     * first use; those that the operator has set stay.
     */
    static void ofTheServer() {
        limit("jdk.httpserver.maxConnections", 256);
        limit("sun.net.httpserver.maxReqHeaders", 100);
        // Bytes of all headers of a request together.
        limit("sun.net.httpserver.maxReqHeaderSize", 32 * 1024);
        // Seconds from a request's first byte to its last.
        limit("sun.net.httpserver.maxReqTime", 20);
        // Seconds from there to the end of the answer: the longest time for a bulk creation.
        limit("sun.net.httpserver.maxRspTime", 900);
        // Idle connections: seconds until they are closed, and their maximum number.
        limit("sun.net.httpserver.idleInterval", 10);
        limit("sun.net.httpserver.maxIdleConnections", 64);
        // Otherwise a small answer waits for the client's delayed ACK.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private static void limit(String property, int value) {
        System.getProperties().putIfAbsent(property, Integer.toString(value));
    }
}
