package io.herd.agent;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.stream.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Copies frames between a daemon's stream and a session, in both directions. Each direction has its
 * own thread, so that a blocked one does not block the other; a third sends heartbeats, because a
 * thread that waits for the daemon does not notice that the listener is gone.
 */
final class StreamPump {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(2);
    // A listener closes the connection after the last frame. Closing it here while something that
    // the listener sent is on its way may lose the last frames, so wait this long for it first.
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final DaemonStream conversation;
    private final Session session;
    private volatile boolean ended;

    StreamPump(DaemonStream conversation, Session session) {
        this.conversation = conversation;
        this.session = session;
    }

    /** Copies until both sides are done, or one is gone. */
    void carry() {
        Thread.ofVirtual().name("herd-stream-out").start(this::answer);
        var signs = Thread.ofVirtual().name("herd-stream-alive").start(this::live);
        try {
            while (true) {
                hear(session.receive());
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "the listener has closed", e);
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            leave();
            signs.interrupt();
        }
    }

    private void answer() {
        try {
            while (!ended) {
                var frame = next();
                ended = isLast(frame);
                session.send(frame);
            }
        } catch (IOException e) {
            leave();
        } catch (RuntimeException | Error e) {
            fail(e);
            leave();
        }
    }

    private void fail(Throwable e) {
        LOG.log(Level.ERROR, "a stream broke", e);
        session.fail(e);
    }

    private Frame next() {
        try {
            return conversation.next();
        } catch (EngineException e) {
            return new Frame.Failed(new Outcome.Failed(e.failure()));
        }
    }

    private static boolean isLast(Frame frame) {
        return switch (frame) {
            case Frame.Exited _, Frame.Ended _, Frame.Failed _ -> true;
            case Frame.Begun _,
                    Frame.Head _,
                    Frame.Out _,
                    Frame.Err _,
                    Frame.Document _,
                    Frame.In _,
                    Frame.EndOfInput _,
                    Frame.Resized _,
                    Frame.Alive _ ->
                    false;
        };
    }

    private void hear(Frame frame) {
        try {
            switch (frame) {
                case Frame.In(var bytes) -> conversation.write(bytes);
                case Frame.EndOfInput _ -> conversation.endInput();
                case Frame.Resized(var window) -> conversation.resize(window);
                case Frame.Begun _,
                        Frame.Head _,
                        Frame.Out _,
                        Frame.Err _,
                        Frame.Document _,
                        Frame.Alive _,
                        Frame.Exited _,
                        Frame.Ended _,
                        Frame.Failed _ -> {}
            }
        } catch (EngineException e) {
            // The daemon takes no more input, such as when the process has ended; its output says
            // why.
            LOG.log(Level.DEBUG, "input was lost", e);
        }
    }

    private void live() {
        try {
            while (!ended) {
                Thread.sleep(BETWEEN_SIGNS);
                session.send(new Frame.Alive());
            }
            Thread.sleep(FAREWELL);
        } catch (IOException | InterruptedException e) {
            LOG.log(Level.TRACE, "no more signs of life", e);
        }
        leave();
    }

    private synchronized void leave() {
        if (!ended) {
            ended = true;
            conversation.abandon();
        }
        conversation.close();
        session.close();
    }
}
