package io.herd.cluster.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * TLS connection of a herd with a key. It is not an {@link SSLSocket}: closing it closes the TCP
 * connection at once, where an SSLSocket first tries to send close_notify to a peer that may not
 * read any more.
 */
final class TlsSocket extends HerdSocket {

    private final HerdTls tls;
    private volatile @Nullable SSLSocket session;

    TlsSocket(HerdTls tls, Zone zone) {
        super(zone);
        this.tls = tls;
    }

    @Override
    void open(boolean asClient) throws IOException {
        // The handshake uses this socket's raw streams, because there is no session yet.
        var opening = tls.over(this, asClient);
        opening.startHandshake();
        session = opening;
    }

    @Override
    InputStream said() throws IOException {
        var open = session;
        return open == null ? network() : open.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        var open = session;
        return open == null ? super.getOutputStream() : open.getOutputStream();
    }
}
