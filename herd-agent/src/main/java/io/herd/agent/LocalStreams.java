package io.herd.agent;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.audit.Audit;
import io.herd.docker.OwnStreams;
import io.herd.engine.DaemonStream;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.guard.DeniedException;
import io.herd.guard.Guard;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.policy.Operation;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Serves streams ({@link Streaming}) from this host's daemon. */
final class LocalStreams implements StreamHandler, OwnStreams {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    private final Engine engine;
    private final Guard guard;
    private final Optional<Audit> audit;

    LocalStreams(Engine engine, Guard guard, Optional<Audit> audit) {
        this.engine = engine;
        this.guard = guard;
        this.audit = audit;
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
                : engine.open(what, begin);
    }

    private DaemonStream guarded(Caller caller, Streaming asked, Deadline begin)
            throws EngineException {
        try {
            var admitted = guard.admit(caller, asked, begin);
            var stream = engine.open(admitted.asked(), begin);
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
