package io.herd.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.json.api.HerdEvent;
import io.herd.model.NodeName;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of several daemons, in the order in which they come; those that are over, in the order
 * in which they were. A daemon that is lost is said to be down, and taken up again when it is back.
 */
final class MergedEvents implements DaemonStream {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final long NANOS = 1_000_000_000;
    private static final int MOST_WAITING = 10_000;

    /** A daemon's answer to a request that is wrong. */
    private static final class Refusal {

        private final ApiHead head;
        private final Frame body;
        private boolean said;

        Refusal(ApiHead head, Frame body) {
            this.head = head;
            this.body = body;
        }

        ApiHead head() {
            return head;
        }

        Frame next() {
            boolean more = !said && body instanceof Frame.Out;
            said = true;
            return more ? body : new Frame.Ended();
        }
    }

    private final HerdApi api;
    private final ApiRequest request;
    private final Supplier<Collection<NodeName>> nodes;
    private final Collection<NodeName> beginning;
    private final Beginnings beginnings;
    private final boolean endless;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<DaemonStream> streams = ConcurrentHashMap.newKeySet();
    private final Set<NodeName> followed = ConcurrentHashMap.newKeySet();
    private final Set<NodeName> lost = ConcurrentHashMap.newKeySet();
    private final Map<NodeName, Long> last = new ConcurrentHashMap<>();
    private final List<String> past = new ArrayList<>();
    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private final AtomicReference<@Nullable EngineException> broken = new AtomicReference<>();
    private volatile boolean closed;
    private Set<NodeName> late = Set.of();
    private @Nullable ApiHead head;
    private boolean sorted;

    /**
     * @param nodes whose events, as they come and go
     */
    MergedEvents(HerdApi api, ApiRequest request, Supplier<Collection<NodeName>> nodes) {
        this.api = api;
        this.request = request;
        this.nodes = nodes;
        this.beginning = nodes.get();
        this.beginnings = new Beginnings(beginning);
        this.endless = request.parameter("until").isEmpty();
    }

    /**
     * Begins to listen to all that are there, and waits until they have begun, but not for long.
     *
     * @throws ApiException that nobody has begun; or that somebody is missing, if that is not
     *     wanted
     */
    MergedEvents begin() throws ApiException {
        beginning.forEach(node -> follow(node, request));
        // What is wrong with the request, each of them says, and at once.
        var missing = beginnings.await(api.daemons().silent(), () -> refusal.get() != null);
        api.daemons().gone(beginning).forEach(it -> missing.putIfAbsent(it.name(), it.reason()));
        var refused = refusal.get();
        late = missing.keySet();
        boolean needed = api.options().strict() || missing.keySet().containsAll(beginning);
        try {
            head = refused == null ? Gathering.head(missing, needed) : refused.head();
            return this;
        } catch (ApiException e) {
            close();
            throw e;
        }
    }

    private void follow(NodeName node, ApiRequest since) {
        if (followed.add(node)) {
            Thread.ofVirtual().name("herd-docker-events").start(() -> listen(node, since));
        }
    }

    private void listen(NodeName node, ApiRequest since) {
        try (var stream = api.daemons().relay(node, api.versioned(node, since))) {
            keep(stream);
            try {
                listen(node, stream);
            } finally {
                streams.remove(stream);
            }
        } catch (ApiException e) {
            var _ =
                    beginnings.ended(
                            node,
                            String.valueOf(e.getMessage()).replaceFirst("^" + node + ": ", ""));
        } catch (EngineException e) {
            LOG.log(Level.DEBUG, "the events of " + node + " have ended", e);
            if (beginnings.ended(node, e.failure().message())) {
                broken.compareAndSet(null, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            followed.remove(node);
        }
        if (endless && !closed && lost.add(node)) {
            lines.offer(HerdEvent.node(node, "down", Instant.now()));
        }
    }

    // It may be closed at the same moment.
    private void keep(DaemonStream stream) {
        streams.add(stream);
        if (closed) {
            stream.close();
        }
    }

    private void listen(NodeName node, DaemonStream stream)
            throws EngineException, InterruptedException {
        var first = stream.next();
        if (first instanceof Frame.Head(var head) && head.status() >= 400 && head.status() < 500) {
            refusal.compareAndSet(null, new Refusal(head, stream.next()));
        }
        if (first instanceof Frame.Head(var head) && head.status() >= 500) {
            var _ = beginnings.ended(node, "its Docker daemon answers with " + head.status());
        }
        beginnings.begun(node);
        if (first instanceof Frame.Head(var head) && head.status() < 300) {
            if (lost.remove(node)) {
                lines.put(HerdEvent.node(node, "ready", Instant.now()));
            }
            pass(stream, node);
        }
    }

    private void pass(DaemonStream stream, NodeName node)
            throws EngineException, InterruptedException {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (!(stream.next() instanceof Frame.Out(var bytes))) {
                return;
            }
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (b != '\n') {
                    line.write(b);
                } else if (line.size() > 0) {
                    var event = line.toString(UTF_8);
                    HerdEvent.time(event).ifPresent(it -> last.put(node, it));
                    lines.put(api.options().labels() ? HerdEvent.marked(event, node) : event);
                    line.reset();
                }
            }
        }
    }

    @Override
    public Frame next() throws EngineException {
        try {
            var first = head;
            if (first != null) {
                head = null;
                return new Frame.Head(first);
            }
            var refused = refusal.get();
            if (refused != null) {
                return refused.next();
            }
            return endless ? live() : over();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Frame.Ended();
        }
    }

    private Frame live() throws InterruptedException {
        while (!closed) {
            var line = lines.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            if (line != null) {
                return out(line);
            }
            nodes.get().forEach(node -> follow(node, request.with("since", sinceLast(node))));
        }
        return new Frame.Ended();
    }

    // Of one that has told nothing yet, from now on.
    private Optional<String> sinceLast(NodeName node) {
        return Optional.ofNullable(last.get(node))
                .map(it -> it + 1)
                .map(it -> "%d.%09d".formatted(it / NANOS, it % NANOS));
    }

    private Frame over() throws InterruptedException, EngineException {
        if (!sorted) {
            collect();
        }
        var why = broken.get();
        if (past.isEmpty() && why != null && !closed) {
            // Or what is not there would look as if it had not been.
            throw why;
        }
        return past.isEmpty() || closed ? new Frame.Ended() : out(past.removeFirst());
    }

    private void collect() throws InterruptedException {
        // Those that are said to be missing are not waited for.
        while (!closed && (!late.containsAll(followed) || !lines.isEmpty())) {
            var line = lines.poll(10, TimeUnit.MILLISECONDS);
            if (line != null) {
                past.add(line);
            }
        }
        past.sort(Comparator.comparing(it -> HerdEvent.time(it).orElse(0L)));
        sorted = true;
    }

    private static Frame out(String line) {
        return new Frame.Out(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
    }

    @Override
    public void write(ByteBuffer input) {
        // Whoever listens to events has nothing to say.
    }

    @Override
    public void endInput() {
        // Likewise.
    }

    @Override
    public void resize(Window window) {
        // It has no terminal.
    }

    @Override
    public void abandon() {
        close();
    }

    @Override
    public void close() {
        closed = true;
        streams.forEach(DaemonStream::close);
    }
}
