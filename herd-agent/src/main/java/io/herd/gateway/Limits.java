package io.herd.gateway;

import io.herd.http.HeadLimits;
import java.time.Duration;

/**
 * Limits on what clients of the gateway may use.
 *
 * @param body maximum size of a request body, in bytes
 * @param atOnce maximum number of requests carried out at once; more wait for {@code patience}
 * @param inHand maximum bytes of bodies and answers of all requests together
 * @param patience how long a request waits for its turn and for room, and a client may take to
 *     fetch its answer
 * @param arriving how long a request may take from its first byte to its last
 * @param idle how long a connection may be without a request
 */
record Limits(
        int body, int atOnce, long inHand, Duration patience, Duration arriving, Duration idle) {

    /** Maximum number of connections. */
    static final int CONNECTIONS = 256;

    static final HeadLimits HEAD = new HeadLimits(32 * 1024, 100, 32 * 1024);

    // A quarter of the heap: the rest is the cluster's and the daemon's.
    static final Limits USUAL =
            new Limits(
                    1 << 20,
                    32,
                    Runtime.getRuntime().maxMemory() / 4,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10));
}
