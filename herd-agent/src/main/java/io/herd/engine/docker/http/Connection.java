package io.herd.engine.docker.http;

import io.herd.model.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a daemon, for one request, with a deadline. Unix sockets have no timeouts, so the
 * connection is closed at the deadline, and waiting calls then throw a {@link
 * SocketTimeoutException}.
 */
public final class Connection implements Closeable {

    private final SocketChannel channel;
    private final Future<?> alarm;
    private volatile boolean late;

    public Connection(SocketChannel channel, Deadline deadline, ScheduledExecutorService alarms) {
        this.channel = channel;
        this.alarm =
                alarms.schedule(this::cut, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    }

    public void connect(SocketAddress address) throws IOException {
        try {
            channel.connect(address);
        } catch (UnsupportedAddressTypeException e) {
            close();
            var unsupported = new ConnectException("this host has no IPv6");
            unsupported.initCause(e);
            throw unsupported;
        } catch (IOException e) {
            close();
            throw explained(e);
        }
    }

    /** Tells the daemon that nothing more will be sent, and goes on reading. */
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    /** Removes the deadline: from now on only {@link #close} ends it. */
    void endless() {
        alarm.cancel(false);
    }

    InputStream input() {
        return new Input();
    }

    OutputStream output() {
        return new Output();
    }

    @Override
    public void close() {
        alarm.cancel(false);
        shut();
    }

    private void cut() {
        late = true;
        shut();
    }

    private void shut() {
        try {
            channel.close();
        } catch (IOException _) {
            // Nobody uses it any more.
        }
    }

    private IOException explained(IOException e) {
        if (late && e instanceof ClosedChannelException) {
            var timeout = new SocketTimeoutException("the deadline has passed");
            timeout.initCause(e);
            return timeout;
        }
        return e;
    }

    private final class Input extends BlockInput {

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            } catch (IOException e) {
                throw explained(e);
            }
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var rest = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            } catch (IOException e) {
                throw explained(e);
            }
        }
    }
}
