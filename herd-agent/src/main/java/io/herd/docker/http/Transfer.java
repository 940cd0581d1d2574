package io.herd.docker.http;

import io.herd.action.Frame;
import io.herd.api.ApiHead;
import io.herd.api.Routes;
import io.herd.docker.Answer;
import io.herd.docker.ApiException;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.http.HttpConnection;
import io.herd.model.NodeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands a request to a daemon and its answer back, both bit by bit and at once: a daemon may answer
 * before the request has ended. Whether the connection becomes a tunnel, only the answer says, so
 * that nothing beyond the request is handed over until then.
 */
final class Transfer {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    private static final String API_VERSION = "Api-Version";

    private static final int BUFFER = 32 * 1024;

    // A client that ends its side may still read the answer, if that is there at once.
    private static final long GRACE_MILLIS = 1_000;

    private final HttpConnection client;
    private final Incoming incoming;
    private final NodeName node;
    private final DaemonStream daemon;
    private final Optional<String> apiVersion;
    private final List<String> warnings;
    private final CountDownLatch headCame = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean tunnel;
    private volatile boolean reusable;

    Transfer(HttpConnection client, Incoming incoming, Answer.Flowing to) {
        this.client = client;
        this.incoming = incoming;
        this.node = to.node();
        this.apiVersion = to.apiVersion();
        this.warnings = to.warnings();
        this.daemon = to.stream();
    }

    /** Returns whether the client may ask something else on the same connection. */
    boolean carry() throws IOException {
        Thread.ofVirtual().name("herd-docker-answer").start(this::answer);
        try (daemon) {
            sendBody();
            boolean more = more();
            // Of a tunnel it may be one half that ends.
            if (more || Routes.of(incoming.request()).route().tunnels()) {
                await(headCame);
            }
            if (tunnel) {
                sendRest(more);
            }
            return await(done, more || tunnel ? Long.MAX_VALUE : GRACE_MILLIS) && reusable && more;
        }
    }

    private boolean more() {
        try {
            return client.awaitMore();
        } catch (IOException e) {
            return false;
        }
    }

    // What the daemon does not want is read all the same: it may have answered already, and the
    // client may read that only when it is rid of its request.
    private void sendBody() throws IOException {
        if (incoming.isUnread()) {
            boolean wanted = true;
            var buffer = new byte[BUFFER];
            InputStream body = incoming.body();
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                wanted = wanted && sent(buffer, n);
            }
            if (wanted) {
                end();
            }
        }
    }

    private void sendRest(boolean more) throws IOException {
        var buffer = new byte[BUFFER];
        boolean wanted = true;
        try {
            for (int n = more ? client.readRaw(buffer) : -1;
                    n >= 0 && wanted;
                    n = client.readRaw(buffer)) {
                wanted = sent(buffer, n);
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "the client has closed", e);
            daemon.close();
        }
        end();
    }

    private boolean sent(byte[] bytes, int length) {
        try {
            daemon.write(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (EngineException e) {
            LOG.log(Level.DEBUG, "input was lost", e);
            return false;
        }
    }

    private void end() {
        try {
            daemon.endInput();
        } catch (EngineException e) {
            LOG.log(Level.DEBUG, "the end of the input was lost", e);
        }
    }

    private void answer() {
        try {
            reusable = answered();
            if (tunnel) {
                cut();
            } else if (!reusable) {
                // It may still be sending its request.
                var _ = client.farewell();
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "the client is gone", e);
            cut();
        } catch (EngineException e) {
            // Without its last chunk, the client knows that it is not whole.
            LOG.log(Level.DEBUG, "an answer broke off", e);
            cut();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "an answer broke off", e);
            cut();
        } finally {
            // The client's connection may be idle for long before it asks something else.
            daemon.close();
            headCame.countDown();
            done.countDown();
        }
    }

    /** Answers; returns whether the connection is as good as before. */
    private boolean answered() throws IOException, EngineException {
        Frame first;
        try {
            first = daemon.next();
        } catch (EngineException e) {
            refuse(ApiException.of(node, e.failure()));
            return false;
        }
        if (!(first instanceof Frame.Head(var head))) {
            refuse(ApiException.unavailable(node + ": it does not answer as a daemon does"));
            return false;
        }
        tunnel = !head.framed();
        boolean last = incoming.last() || tunnel || isEndless(head);
        client.write(withFraming(withVersion(head)).warned(warnings), last);
        headCame.countDown();
        copy(body(head));
        return !last;
    }

    private void refuse(ApiException e) throws IOException {
        client.write(Replies.error(e), !incoming.isHead(), true);
    }

    // The body is complete only if it is closed.
    private void copy(OutputStream to) throws IOException, EngineException {
        while (true) {
            switch (daemon.next()) {
                case Frame.Out(var bytes) -> {
                    to.write(
                            bytes.array(),
                            bytes.arrayOffset() + bytes.position(),
                            bytes.remaining());
                    to.flush();
                }
                case Frame.Ended _ -> {
                    to.close();
                    return;
                }
                case Frame other -> throw new IOException("it sends " + other);
            }
        }
    }

    private boolean hasNoBody(ApiHead head) {
        return incoming.isHead() || head.status() == 204 || head.status() == 304;
    }

    private boolean isEndless(ApiHead head) {
        return incoming.old() && !hasNoBody(head) && head.header("Content-Length").isEmpty();
    }

    private ApiHead withVersion(ApiHead head) {
        return apiVersion.isPresent() && head.header(API_VERSION).isPresent()
                ? head.with(API_VERSION, apiVersion.get())
                : head;
    }

    private ApiHead withFraming(ApiHead head) {
        return tunnel
                        || hasNoBody(head)
                        || isEndless(head)
                        || head.header("Content-Length").isPresent()
                ? head
                : head.with("Transfer-Encoding", "chunked");
    }

    private OutputStream body(ApiHead head) {
        if (tunnel || isEndless(head)) {
            return client.raw();
        }
        if (hasNoBody(head)) {
            return OutputStream.nullOutputStream();
        }
        return head.header("Content-Length")
                .map(it -> client.sized(Long.parseLong(it)))
                .orElseGet(client::chunked);
    }

    private void cut() {
        try {
            client.close();
        } catch (IOException e) {
            LOG.log(Level.TRACE, "it is closed already", e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        await(latch, Long.MAX_VALUE);
    }

    private static boolean await(CountDownLatch latch, long millis) throws IOException {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
