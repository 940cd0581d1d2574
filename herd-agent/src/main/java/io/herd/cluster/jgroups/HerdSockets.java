package io.herd.cluster.jgroups;

import io.herd.cluster.transport.Listener;
import java.net.ServerSocket;
import java.net.Socket;
import org.jgroups.util.DefaultSocketFactory;

/** Socket factory that gives JGroups herd's own sockets (with TLS and deadlines). */
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
