package io.herd.docker;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.stream.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The stream of another node's daemon. */
record SessionStream(Session session) implements DaemonStream {

    @Override
    public Frame next() throws EngineException {
        try {
            while (true) {
                switch (session.receive()) {
                    case Frame.Alive _ -> {}
                    case Frame.Failed(var why) -> throw failed(why);
                    case Frame frame -> {
                        return frame;
                    }
                }
            }
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static EngineException failed(Outcome why) {
        return switch (why) {
            case Outcome.Failed(var failure) ->
                    new EngineException(failure.kind(), failure.message());
            case Outcome.Unreachable(String reason) -> lost(reason);
            case Outcome.Refused(String reason) -> lost(reason);
            case Outcome.TimedOut(var after) ->
                    lost("no answer within " + after.toSeconds() + " s");
            case Outcome.Done _ -> lost("it said nothing more");
        };
    }

    private static EngineException lost(String why) {
        return new EngineException(Kind.DAEMON_LOST, why);
    }

    private static EngineException lost(IOException e) {
        return new EngineException(
                Kind.DAEMON_LOST, "the connection to it broke: " + e.getMessage(), e);
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        send(new Frame.In(input));
    }

    @Override
    public void endInput() throws EngineException {
        send(new Frame.EndOfInput());
    }

    @Override
    public void resize(Window window) throws EngineException {
        send(new Frame.Resized(window));
    }

    private void send(Frame frame) throws EngineException {
        try {
            session.send(frame);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public void abandon() {
        // The node sees that the connection is closed.
    }

    @Override
    public void close() {
        session.close();
    }
}
