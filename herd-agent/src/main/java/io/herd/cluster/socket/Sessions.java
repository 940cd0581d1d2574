package io.herd.cluster.socket;

import io.herd.stream.Session;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** Creates sessions over Unix sockets. */
final class Sessions {

    private Sessions() {}

    static Session over(SocketChannel channel) {
        return new Session(
                Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }
}
