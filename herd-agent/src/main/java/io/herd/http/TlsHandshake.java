package io.herd.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** How TLS begins on a connection that was accepted. */
public final class TlsHandshake {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TlsHandshake() {}

    /**
     * @param certificate whether the client must show one
     * @throws IOException when it is no client, or too slow
     */
    public static SSLSocket on(SocketChannel channel, SSLContext context, boolean certificate)
            throws IOException {
        var below = channel.socket();
        var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        below,
                                        below.getInetAddress().getHostAddress(),
                                        below.getPort(),
                                        true);
        socket.setUseClientMode(false);
        var parameters = socket.getSSLParameters();
        parameters.setNeedClientAuth(certificate);
        parameters.setNamedGroups(new String[] {"x25519", "secp256r1"});
        socket.setSSLParameters(parameters);
        try (var _ = new Closing(channel, PATIENCE)) {
            socket.startHandshake();
        }
        return socket;
    }
}
