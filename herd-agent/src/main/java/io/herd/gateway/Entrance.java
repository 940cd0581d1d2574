package io.herd.gateway;

import io.herd.cluster.socket.ChannelServer;
import io.herd.http.ClientLink;
import io.herd.http.Closing;
import io.herd.http.HttpConnection;
import io.herd.http.TlsHandshake;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Takes connections, and serves the requests of each one after the other. */
record Entrance(GatewayHandler handler, Limits limits, Optional<SSLContext> tls)
        implements ChannelServer.Service {

    private static final System.Logger LOG = System.getLogger("io.herd.gateway");

    @Override
    public void serve(SocketChannel channel, Runnable asked) throws IOException {
        // Otherwise a small answer waits for the client's delayed ACK.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        try (var connection = new HttpConnection(link(channel), Limits.HEAD)) {
            boolean more = true;
            while (more && isAsking(connection)) {
                asked.run();
                try (var request = new Arriving(connection, limits.arriving())) {
                    more = handler.handle(connection, request);
                }
            }
        }
    }

    private ClientLink link(SocketChannel channel) throws IOException {
        return tls.isPresent()
                ? ClientLink.of(TlsHandshake.on(channel, tls.get(), false), channel)
                : ClientLink.of(channel);
    }

    private boolean isAsking(HttpConnection connection) throws IOException {
        try (var _ = new Closing(connection, limits.idle())) {
            return connection.awaitMore();
        }
    }

    @Override
    public void turnAway(SocketChannel channel, String why) {
        LOG.log(Level.DEBUG, why);
    }
}
