package io.herd.cluster.jgroups;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A connection of a herd without a key: never beyond this host. */
final class PlainSocket extends HerdSocket {

    private volatile @Nullable InputStream in;

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        if (!((InetSocketAddress) to).getAddress().isLoopbackAddress()) {
            throw new ConnectException("without a key nothing beyond loopback is reached: " + to);
        }
        super.connect(to, timeout);
    }

    @Override
    void open(boolean asClient) throws IOException {
        if (asClient) {
            return;
        }
        // JGroups' one accepting thread would wait for the first bytes of a connection that is
        // idle; a member sends its at once.
        var first = super.getInputStream().read();
        if (first < 0) {
            throw new EOFException();
        }
        var pushback = new PushbackInputStream(super.getInputStream());
        pushback.unread(first);
        in = pushback;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        var opened = in;
        return opened == null ? super.getInputStream() : opened;
    }
}
