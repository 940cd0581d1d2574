package io.herd.cluster.jgroups;

import io.herd.cluster.transport.Listener;
import java.net.ServerSocket;
import java.net.Socket;
import org.jgroups.util.DefaultSocketFactory;

/** Gives JGroups our sockets in place of its own. */
final class HerdSockets extends DefaultSocketFactory {

    private final Listener listener;

    HerdSockets(Listener listener) {
        this.listener = listener;
    }

    @Override
    public Socket createSocket(String service) {
        return listener.newSocket();
    }

    @Override
    public ServerSocket createServerSocket(String service) {
        return listener.server();
    }
}
