package io.herd.cluster.jgroups;

import java.time.Duration;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_ALL3;

/**
 * FD_ALL3 for clients that skips the first heartbeat, which would connect a short command to every
 * member at once; the next follows an interval later as usual.
 */
final class ClientHeartbeat extends FD_ALL3 {

    private int views;
    private int signs;
    private long lastSign = System.nanoTime();

    ClientHeartbeat() {
        setId(ClassConfigurator.getProtocolId(FD_ALL3.class));
        // Pretends that something was just sent to all members: then no heartbeat is due.
        mcast_sent.set(true);
    }

    @Override
    protected synchronized void handleViewChange(View view) {
        views++;
        super.handleViewChange(view);
    }

    /**
     * Whether the agents have removed this client from the view, for example because its process
     * was stopped for a while; nobody tells it so. Judged by a long silence without views and
     * heartbeats, so it must be asked now and then.
     */
    synchronized boolean isForgotten() {
        int now = views + getHeartbeatsReceived();
        if (now != signs) {
            signs = now;
            lastSign = System.nanoTime();
        }
        var silence = Duration.ofNanos(System.nanoTime() - lastSign);
        return silence.toMillis() > timeout + interval;
    }
}
