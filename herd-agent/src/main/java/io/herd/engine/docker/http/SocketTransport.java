package io.herd.engine.docker.http;

import com.github.dockerjava.transport.DockerHttpClient;
import io.herd.model.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP client for a Docker daemon: implements docker-java's transport with the JDK's own sockets,
 * one connection per request. Thread-safe. The stock transports ignore timeouts on Unix sockets,
 * never end the input of a hijacked stream, and fail with a pooled connection after the daemon was
 * restarted.
 */
public final class SocketTransport implements DockerHttpClient {

    private static final Duration RETRY = Duration.ofMillis(5);

    private final Endpoint endpoint;
    private final ScheduledThreadPoolExecutor alarms;

    public SocketTransport(Endpoint endpoint) {
        this.endpoint = endpoint;
        var daemonThreads = Thread.ofPlatform().daemon().name("herd-docker-deadlines").factory();
        alarms = new ScheduledThreadPoolExecutor(1, daemonThreads);
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** Sends a request without a deadline; close the response to end it. */
    @Override
    public Response execute(Request request) {
        try {
            return execute(request, Deadline.in(Deadline.LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request, and reads the head of its response.
     *
     * @param deadline for everything up to the last byte of the response's body
     * @throws ConnectException with the reason in words, when nothing was sent
     * @throws SocketTimeoutException at the deadline, also from reading the body
     */
    public SocketResponse execute(Request request, Deadline deadline) throws IOException {
        var connection = connect(deadline);
        try {
            return new Exchange(connection, endpoint.authority()).run(request);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Connects for an exchange that the caller conducts, and closes.
     *
     * @param deadline for all of it, until it is made endless
     */
    public Exchange exchange(Deadline deadline) throws IOException {
        return new Exchange(connect(deadline), endpoint.authority());
    }

    /** Refuses new requests; running ones end by their own deadlines. */
    @Override
    public void close() {
        alarms.shutdown();
    }

    private Connection connect(Deadline deadline) throws IOException {
        if (alarms.isShutdown()) {
            throw new ConnectException("the connection to it was closed");
        }
        if (deadline.passed()) {
            throw new SocketTimeoutException("the deadline had passed before");
        }
        var address = address(deadline);
        while (true) {
            try {
                var connection = new Connection(endpoint.open(), deadline, alarms);
                connection.connect(address);
                return connection;
            } catch (SocketTimeoutException | ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                awaitPlace(e, deadline);
            }
        }
    }

    // When the daemon's queue of connections is full, as it becomes when it is frozen, connect
    // blocks on a platform thread, but fails at once on a virtual one with this error (EAGAIN).
    private static void awaitPlace(IOException e, Deadline deadline) throws IOException {
        if (!String.valueOf(e.getMessage()).equals("Resource temporarily unavailable")) {
            throw refused(e);
        }
        if (deadline.passed()) {
            throw new SocketTimeoutException("the daemon takes no connections");
        }
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    // A name lookup may hang and cannot be interrupted, so it gets a thread that may be left
    // behind.
    private SocketAddress address(Deadline deadline) throws IOException {
        if (endpoint instanceof Endpoint.Unix unix) {
            return unix.address();
        }
        var lookUp = new FutureTask<>(endpoint::address);
        Thread.ofPlatform().daemon().name("herd-look-up").start(lookUp);
        try {
            return lookUp.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new SocketTimeoutException("the host name was not resolved in time");
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw refused(cause == null ? e : cause);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    private static ClosedByInterruptException interrupted() {
        Thread.currentThread().interrupt();
        return new ClosedByInterruptException();
    }

    private static ConnectException refused(Throwable cause) {
        var said = String.valueOf(cause.getMessage());
        var refused =
                new ConnectException(
                        said.startsWith("No such file")
                                ? "no such socket"
                                : said.toLowerCase(Locale.ROOT).replace("ipv6", "IPv6"));
        refused.initCause(cause);
        return refused;
    }
}
