package io.herd.stream;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.model.Deadline;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The result of opening a stream to a node: the open session, or why not. */
public sealed interface Opening {

    /** The stream has begun; the caller must close the session. */
    record Open(Session session) implements Opening {}

    /**
     * The stream was not opened.
     *
     * @param why any outcome but {@link Outcome.Done}
     */
    record Not(Outcome why) implements Opening {}

    /** Connects to the agent that is to be asked for a stream. */
    @FunctionalInterface
    interface Connector {

        /**
         * @throws SocketTimeoutException at the deadline
         */
        Session connect(Deadline deadline) throws IOException;
    }

    /** Asks for a stream, and waits for its beginning at most until the deadline. */
    static Opening of(Connector connector, Question.Open question, Deadline deadline) {
        var started = System.nanoTime();
        try {
            var session = connector.connect(deadline);
            var opening = of(session, question, deadline);
            if (opening instanceof Not) {
                session.close();
            }
            return opening;
        } catch (SocketTimeoutException e) {
            return timedOut(started);
        } catch (IOException e) {
            return broken(e);
        }
    }

    private static Opening of(Session session, Question.Open question, Deadline deadline) {
        var started = System.nanoTime();
        try {
            var asking = new Frame.Document(Wire.question(question));
            return switch (session.ask(asking, deadline)) {
                case Frame.Begun _ -> new Open(session);
                case Frame.Failed(var why) -> new Not(why);
                case Frame other -> new Not(new Outcome.Unreachable("it answered with " + other));
            };
        } catch (SocketTimeoutException e) {
            return timedOut(started);
        } catch (IOException e) {
            return broken(e);
        }
    }

    private static Opening timedOut(long started) {
        return new Not(new Outcome.TimedOut(Duration.ofNanos(System.nanoTime() - started)));
    }

    private static Opening broken(IOException e) {
        var said = e.getMessage();
        return new Not(
                new Outcome.Unreachable(
                        "the connection to it broke" + (said == null ? "" : ": " + said)));
    }
}
