package io.herd.cluster.socket;

import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Who has connected to a Unix socket, by the system's word, whatever he says of himself. */
public final class SocketUsers {

    private final UserGroups groups = new UserGroups();

    /** As whom a node serves him. */
    public Caller at(NodeName node, SocketChannel channel) throws IOException {
        var user = name(channel);
        return new Caller(user, By.SOCKET, node.value(), groups.of(user));
    }

    static String name(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }
}
