package io.herd.cluster.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks TLS but is no {@link SSLSocket}: closing it closes the TCP connection at
 * once, where an SSLSocket first waits to say farewell to a peer that may not read any more.
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
        // Reads and writes this socket's own streams, as long as there is no session yet.
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
