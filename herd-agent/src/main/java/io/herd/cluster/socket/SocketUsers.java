package io.herd.cluster.socket;

import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/** Who has connected, by the system's word, whatever he says of himself. */
public final class SocketUsers {

    private final UserGroups groups = new UserGroups();

    /** As whom a node serves him. */
    public Caller at(NodeName node, SocketChannel channel) throws IOException {
        var user = name(channel);
        return new Caller(user, By.SOCKET, node.value(), groups.of(user));
    }

    /**
     * The same of somebody who has connected by the loopback interface; empty if he may not use the
     * Unix socket either.
     */
    public Optional<Caller> byLoopback(NodeName node, SocketChannel channel) throws IOException {
        var uid = LoopbackPeer.uid(channel);
        if (uid.isEmpty()) {
            return Optional.empty();
        }
        var user = UserGroups.name(uid.get());
        var his = groups.of(user);
        boolean may =
                user.equals("root")
                        || user.equals(System.getProperty("user.name"))
                        || his.contains(SocketFile.GROUP);
        return may ? Optional.of(new Caller(user, By.SOCKET, node.value(), his)) : Optional.empty();
    }

    static String name(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }
}
