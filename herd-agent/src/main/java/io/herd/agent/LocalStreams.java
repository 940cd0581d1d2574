package io.herd.agent;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.action.Streaming.FetchImage;
import io.herd.audit.Audit;
import io.herd.cluster.Cluster;
import io.herd.docker.OwnStreams;
import io.herd.engine.DaemonStream;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.guard.DeniedException;
import io.herd.guard.Guard;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.policy.Operation;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serves streams ({@link Streaming}) from this host's daemon. Images that it is to get from other
 * nodes are got one at a time.
 */
final class LocalStreams implements StreamHandler, OwnStreams {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    private final NodeName self;
    private final Engine engine;
    private final Guard guard;
    private final Optional<Audit> audit;
    private final Duration timeout;
    private final CompletableFuture<Cluster> cluster = new CompletableFuture<>();
    private final ReentrantLock fetching = new ReentrantLock(true);

    /**
     * @param timeout for what is asked of other nodes
     */
    LocalStreams(
            NodeName self, Engine engine, Guard guard, Optional<Audit> audit, Duration timeout) {
        this.self = self;
        this.engine = engine;
        this.guard = guard;
        this.audit = audit;
        this.timeout = timeout;
    }

    /** Sets where the other nodes are, once the agent has joined them. */
    void joined(Cluster herd) {
        cluster.complete(herd);
    }

    @Override
    public void serve(Streaming what, Deadline begin, Session session) {
        try (var conversation = open(what, begin)) {
            session.send(new Frame.Begun());
            new StreamPump(conversation, session).carry();
        } catch (EngineException e) {
            refuse(session, e.failure());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a listener was gone before its stream began", e);
        }
    }

    @Override
    public DaemonStream open(Streaming what, Deadline begin) throws EngineException {
        return what instanceof Streaming.OnBehalf(var caller, var asked)
                ? guarded(caller, asked, begin)
                : begin(what, begin);
    }

    private DaemonStream begin(Streaming what, Deadline begin) throws EngineException {
        return what instanceof FetchImage fetch
                ? new FetchedImage(fetch.from(), copied -> fetch(fetch, copied))
                : engine.open(what, begin);
    }

    private String fetch(FetchImage what, AtomicLong copied)
            throws EngineException, InterruptedException {
        fetching.lockInterruptibly();
        try {
            return new ImageFetch(self, engine, cluster.join(), timeout, what, copied::set).run();
        } finally {
            fetching.unlock();
        }
    }

    private DaemonStream guarded(Caller caller, Streaming asked, Deadline begin)
            throws EngineException {
        try {
            var admitted = guard.admit(caller, asked, begin);
            var stream = begin(admitted.asked(), begin);
            if (audit.isEmpty()) {
                return stream;
            }
            if (asked instanceof Streaming.Relay) {
                return new NotedRelay(
                        stream, status -> audit.get().answered(caller, asked, admitted, status));
            }
            audit.get().begins(caller, asked, admitted);
            return stream;
        } catch (DeniedException e) {
            audit.ifPresent(it -> it.denied(caller, Operation.of(asked), e));
            throw new EngineException(Kind.FORBIDDEN, String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuse(Session session, Failure why) {
        try {
            session.send(new Frame.Failed(new Outcome.Failed(why)));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a listener was gone before its stream failed", e);
        }
    }
}
