package io.herd.cluster.transport;

import io.herd.model.AddressText;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Unencrypted connection of a herd without a key; connects to loopback addresses only. */
final class PlainSocket extends HerdSocket {

    PlainSocket(Zone zone) {
        super(zone);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        var address = (InetSocketAddress) to;
        if (!address.getAddress().isLoopbackAddress()) {
            throw new ConnectException(
                    "without a key nothing beyond loopback is reached: " + AddressText.of(address));
        }
        super.connect(to, timeout);
    }

    @Override
    void open(boolean asClient) {
        // Nothing to do: without TLS it is open once it is connected.
    }

    @Override
    InputStream said() throws IOException {
        return network();
    }
}
