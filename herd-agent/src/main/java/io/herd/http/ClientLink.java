package io.herd.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** What a client's connection is below HTTP: bytes both ways, of which each may end alone. */
public interface ClientLink extends Closeable {

    /** How long a client has to hear that its connection ends in good order. */
    Duration FAREWELL = Duration.ofSeconds(1);

    InputStream input() throws IOException;

    OutputStream output() throws IOException;

    /** Tells the client that nothing more will come. */
    void endOutput() throws IOException;

    /** Lets whoever reads see the end, whatever the client would still send. */
    void endInput() throws IOException;

    static ClientLink of(SocketChannel channel) {
        return new ClientLink() {

            @Override
            public InputStream input() {
                return Channels.newInputStream(channel);
            }

            @Override
            public OutputStream output() {
                return Channels.newOutputStream(channel);
            }

            @Override
            public void endOutput() throws IOException {
                channel.shutdownOutput();
            }

            @Override
            public void endInput() throws IOException {
                channel.shutdownInput();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /**
     * @param channel what is below TLS
     */
    static ClientLink of(SSLSocket socket, SocketChannel channel) {
        return new ClientLink() {

            @Override
            public InputStream input() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream output() throws IOException {
                return socket.getOutputStream();
            }

            @Override
            public void endOutput() throws IOException {
                socket.shutdownOutput();
            }

            @Override
            public void endInput() throws IOException {
                channel.shutdownInput();
            }

            @Override
            public void close() throws IOException {
                // Its own close waits for a client that may not answer, or not read.
                try (channel;
                        var _ = new Closing(channel, FAREWELL)) {
                    socket.shutdownOutput();
                }
            }
        };
    }
}
