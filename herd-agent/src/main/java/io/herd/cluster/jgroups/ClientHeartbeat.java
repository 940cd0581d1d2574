package io.herd.cluster.jgroups;

import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_ALL3;

/**
 * Spares a short command the first heartbeat, which would connect it to every member at once; the
 * next follows an interval later as usual.
 */
final class ClientHeartbeat extends FD_ALL3 {

    ClientHeartbeat() {
        setId(ClassConfigurator.getProtocolId(FD_ALL3.class));
        // "Something was sent to all just now": then no heartbeat is due.
        mcast_sent.set(true);
    }
}
