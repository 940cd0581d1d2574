package io.herd.engine.docker;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** The connections that come to a server in a test. */
public record Connections(ServerSocketChannel server) {

    /** Serves each on a thread of its own, until the server is closed. */
    public void serve(Consumer<SocketChannel> each) {
        while (server.isOpen()) {
            try {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> each.accept(connection));
            } catch (IOException _) {
                return;
            }
        }
    }
}
