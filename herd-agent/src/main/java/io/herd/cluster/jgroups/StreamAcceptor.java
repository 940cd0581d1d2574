package io.herd.cluster.jgroups;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.cluster.transport.HerdSocket;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.LatencyProbe;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** Serves streams that other members open to this agent, one connection each. */
final class StreamAcceptor {

    // A member that opens a stream says at once which.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    // Seconds of silence after which TCP keep-alive checks whether the other side is still there.
    private static final int KEEP_ALIVE = 10;

    private final NodeName self;
    private final StreamHandler handler;

    StreamAcceptor(NodeName self, StreamHandler handler) {
        this.self = self;
        this.handler = handler;
    }

    /** Serves a connection until its stream ends. */
    void serve(HerdSocket socket) {
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE / 3);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
            serve(new Session(socket.getInputStream(), socket.getOutputStream(), socket));
        } catch (IOException e) {
            // The asker is gone: nobody else needs to know.
            QuietLog.LOG.log(Level.DEBUG, "a stream's connection broke", e);
        }
    }

    private void serve(Session session) throws IOException {
        try {
            answer(session.receive(Deadline.in(PATIENCE)), session);
        } catch (RuntimeException | Error e) {
            QuietLog.LOG.log(Level.ERROR, "could not serve a stream", e);
            session.fail(e);
        }
    }

    private void answer(Frame question, Session session) throws IOException {
        try {
            switch (question instanceof Frame.Document(var document)
                    ? Wire.question(document)
                    : new Question.Members()) {
                case Question.Open(var node, var what, var timeout) when node.equals(self) ->
                        handler.serve(what, Deadline.in(timeout), session);
                case Question.Greet(var node) when node.equals(self) ->
                        LatencyProbe.answer(session);
                case Question.Open _,
                        Question.Greet _,
                        Question.Members _,
                        Question.Ask _,
                        Question.Run _ ->
                        refuse(session, "node %s only opens its own streams here".formatted(self));
            }
        } catch (WireException e) {
            refuse(session, String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(Session session, String reason) throws IOException {
        session.send(new Frame.Failed(new Outcome.Refused(reason)));
    }
}
