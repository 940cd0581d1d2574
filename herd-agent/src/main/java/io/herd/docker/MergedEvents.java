package io.herd.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.Header;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The events of several daemons, in the order in which they come; those that are over, in the order
 * in which they were. A daemon that is lost is said to be down, and taken up again when it is back.
 */
final class MergedEvents implements DaemonStream {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 10_000;

    private final HerdApi api;
    private final ApiRequest request;
    private final Supplier<Collection<NodeName>> nodes;
    private final boolean endless;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<DaemonStream> streams = ConcurrentHashMap.newKeySet();
    private final Set<NodeName> followed = ConcurrentHashMap.newKeySet();
    private final Set<NodeName> lost = ConcurrentHashMap.newKeySet();
    private final List<String> past = new ArrayList<>();
    private volatile boolean closed;
    private boolean begun;
    private boolean sorted;

    /**
     * @param nodes whose events, as they come and go
     */
    MergedEvents(HerdApi api, ApiRequest request, Supplier<Collection<NodeName>> nodes) {
        this.api = api;
        this.request = request;
        this.nodes = nodes;
        this.endless = request.parameter("until").isEmpty();
    }

    /** Begins to listen to all that are there. */
    MergedEvents begin() {
        nodes.get().forEach(node -> follow(node, request));
        return this;
    }

    private void follow(NodeName node, ApiRequest since) {
        if (followed.add(node)) {
            Thread.ofVirtual().name("herd-docker-events").start(() -> listen(node, since));
        }
    }

    private void listen(NodeName node, ApiRequest since) {
        boolean heard = false;
        try (var stream = api.daemons().relay(node, api.versioned(node, since))) {
            streams.add(stream);
            heard = stream.next() instanceof Frame.Head(var head) && head.status() < 300;
            if (heard && lost.remove(node)) {
                lines.put(HerdEvent.node(node, "ready", Instant.now()));
            }
            pass(stream, node);
            streams.remove(stream);
        } catch (ApiException | EngineException e) {
            LOG.log(Level.DEBUG, "the events of " + node + " have ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            followed.remove(node);
        }
        if (endless && !closed && lost.add(node)) {
            lines.offer(HerdEvent.node(node, "down", Instant.now()));
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
                    lines.put(HerdEvent.marked(line.toString(UTF_8), node));
                    line.reset();
                }
            }
        }
    }

    @Override
    public Frame next() throws EngineException {
        if (!begun) {
            begun = true;
            return new Frame.Head(
                    new ApiHead(
                            200,
                            "",
                            List.of(new Header("Content-Type", "application/json")),
                            true));
        }
        try {
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
            // From now on: what it has done meanwhile, nobody can tell in order.
            nodes.get().forEach(node -> follow(node, request.with("since", Optional.empty())));
        }
        return new Frame.Ended();
    }

    private Frame over() throws InterruptedException {
        if (!sorted) {
            collect();
        }
        return past.isEmpty() || closed ? new Frame.Ended() : out(past.removeFirst());
    }

    private void collect() throws InterruptedException {
        while (!closed && (!followed.isEmpty() || !lines.isEmpty())) {
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
