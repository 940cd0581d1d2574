package io.herd.agent;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.audit.Audit;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Serves streams ({@link Streaming}) from this host's daemon. */
final class LocalStreams implements StreamHandler {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    private final Engine engine;
    private final Optional<Audit> audit;

    LocalStreams(Engine engine, Optional<Audit> audit) {
        this.engine = engine;
        this.audit = audit;
    }

    @Override
    public void serve(Streaming what, Deadline begin, Session session) {
        try (var conversation = engine.open(what.asked(), begin)) {
            audit.ifPresent(it -> it.begins(what));
            session.send(new Frame.Begun());
            new StreamPump(conversation, session).carry();
        } catch (EngineException e) {
            refuse(session, e);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a listener was gone before its stream began", e);
        }
    }

    private static void refuse(Session session, EngineException why) {
        try {
            session.send(new Frame.Failed(new Outcome.Failed(why.failure())));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a listener was gone before its stream failed", e);
        }
    }
}
