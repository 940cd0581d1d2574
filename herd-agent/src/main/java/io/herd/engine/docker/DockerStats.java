package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Events;
import io.herd.action.Streaming.Stats;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.DockerJson.Listed;
import io.herd.json.docker.ProcessJson;
import io.herd.json.docker.StatsJson;
import io.herd.model.Deadline;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stream of the resource usage of several containers. The daemon needs a connection for each, and
 * a thread follows each; all of them block while nobody reads the stream.
 */
final class DockerStats implements DaemonStream {

    private static final System.Logger LOG = System.getLogger("io.herd.engine");
    private static final Map<String, List<String>> STARTS =
            Map.of("type", List.of("container"), "event", List.of("start"));
    // Number of characters that users know ids by.
    private static final int SHORT_ID = 12;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DockerStreams streams;
    private final boolean follow;
    private final Duration patience;
    private final Optional<DaemonStream> starts;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final SynchronousQueue<Frame> frames = new SynchronousQueue<>();
    private final Thread followers;
    private final Set<String> unheard = new ConcurrentSkipListSet<>();
    private volatile @Nullable EngineException failure;
    private volatile boolean closed;

    private DockerStats(
            DockerStreams streams,
            boolean follow,
            Duration patience,
            Optional<DaemonStream> starts,
            List<String> ids) {
        this.streams = streams;
        this.follow = follow;
        this.patience = patience;
        this.starts = starts;
        this.followers = Thread.ofVirtual().name("herd-stats").unstarted(() -> followAll(ids));
    }

    static DockerStats of(DockerStreams streams, Stats stats, Deadline begin)
            throws EngineException {
        var patience = begin.heard().remaining();
        // Opened before the list is asked for, so that no container is missed between the two.
        Optional<DaemonStream> starts =
                stats.follow() && stats.ids().isEmpty()
                        ? Optional.of(streams.events(starts(stats.filters()), begin))
                        : Optional.empty();
        var ids =
                stats.ids().isEmpty()
                        ? running(streams.daemon(), stats.filters(), begin)
                        : stats.ids();
        var all = new DockerStats(streams, stats.follow(), patience, starts, ids);
        all.followers.start();
        return all;
    }

    private static Events starts(Map<String, List<String>> filters) {
        var all = new HashMap<>(filters);
        all.putAll(STARTS);
        return new Events(Optional.empty(), Optional.empty(), all);
    }

    private static List<String> running(
            DockerClient daemon, Map<String, List<String>> filters, Deadline begin)
            throws EngineException {
        var query =
                filters.isEmpty() ? "" : "?filters=" + Call.encoded(DockerJson.filters(filters));
        var list = daemon.document(Call.get("/containers/json" + query), begin);
        return daemon.read(() -> DockerJson.list(list)).stream().map(Listed::id).toList();
    }

    private void followAll(List<String> ids) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            followed.addAll(ids);
            followed.forEach(id -> threads.execute(() -> follow(id)));
            if (starts.isPresent()) {
                admit(starts.get(), threads);
            }
        } catch (EngineException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = defect(e);
        }
        put(new Frame.Ended());
    }

    private static EngineException defect(Throwable e) {
        LOG.log(Level.ERROR, "could not follow what containers use", e);
        return new EngineException(Kind.INTERNAL, String.valueOf(e.getMessage()), e);
    }

    private void admit(DaemonStream events, ExecutorService threads) throws EngineException {
        while (events.next() instanceof Frame.Document(var event)) {
            var id = streams.daemon().read(() -> ProcessJson.actor(event));
            // The daemon's stats go on for a container that has ended, also when it runs again.
            if (followed.add(id)) {
                threads.execute(() -> follow(id));
            }
        }
        if (!closed) {
            throw streams.daemon().odd("it ended its events");
        }
    }

    private void follow(String id) {
        try {
            if (follow) {
                goOn(id);
            } else {
                put(new Frame.Document(streams.stats(id, Deadline.in(patience))));
            }
        } catch (EngineException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                LOG.log(Level.DEBUG, "no more stats of container " + id, e);
            } else {
                missing(id);
                failure = e;
            }
        } catch (RuntimeException | Error e) {
            failure = defect(e);
        } finally {
            followed.remove(id);
            if (follow) {
                put(new Frame.Document(StatsJson.gone(id)));
            }
        }
    }

    // Not needed for followed ones, which may have had figures before.
    private void missing(String id) {
        if (!follow) {
            unheard.add(id.substring(0, Math.min(SHORT_ID, id.length())));
        }
    }

    private void goOn(String id) throws EngineException {
        try (var stats = streams.follow(id, Deadline.in(patience))) {
            var frame = stats.next();
            while (frame instanceof Frame.Document && put(frame)) {
                frame = stats.next();
            }
        }
        if (!closed) {
            lookFor(id);
        }
    }

    // A daemon sends stats of a container until that is removed, or the daemon itself ends.
    private void lookFor(String id) throws EngineException {
        var _ =
                streams.daemon()
                        .document(
                                Call.get(DockerEngine.container(id) + "/json"),
                                Deadline.in(patience));
        throw streams.daemon().odd("it ended what it says of container " + id);
    }

    private boolean put(Frame frame) {
        try {
            frames.put(frame);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Frame next() throws EngineException {
        try {
            var frame = frames.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            while (frame == null && !closed) {
                frame = frames.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            var lost = failure;
            if (frame instanceof Frame.Ended && lost != null) {
                throw unheard.isEmpty() ? lost : incomplete(lost);
            }
            return frame == null ? new Frame.Ended() : frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Frame.Ended();
        }
    }

    // The figures of the others have been sent.
    private EngineException incomplete(EngineException lost) {
        var why = lost.failure();
        return new EngineException(
                why.kind(),
                "nothing of container %s: %s".formatted(String.join(", ", unheard), why.message()),
                lost);
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        throw noProcess();
    }

    @Override
    public void endInput() throws EngineException {
        throw noProcess();
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw noProcess();
    }

    private static EngineException noProcess() {
        return new EngineException(Kind.INVALID, "this stream has no process");
    }

    @Override
    public void abandon() {
        // It ends with its connections.
    }

    @Override
    public void close() {
        closed = true;
        followers.interrupt();
        starts.ifPresent(DaemonStream::close);
    }
}
