package io.herd.cluster.jgroups;

import java.time.Duration;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_ALL3;

/**
 * Spares a short command the first heartbeat, which would connect it to every member at once; the
 * next follows an interval later as usual.
 */
final class ClientHeartbeat extends FD_ALL3 {

    private int views;
    private int signs;
    private long lastSign = System.nanoTime();

    ClientHeartbeat() {
        setId(ClassConfigurator.getProtocolId(FD_ALL3.class));
        // "Something was sent to all just now": then no heartbeat is due.
        mcast_sent.set(true);
    }

    @Override
    protected synchronized void handleViewChange(View view) {
        views++;
        super.handleViewChange(view);
    }

    /**
     * Whether no agent counts on this client any more: it was put out of the view, as one is whose
     * process was stopped for a while, and nobody tells it so. To be asked now and then.
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
