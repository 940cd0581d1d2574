package io.herd.stream;

import io.herd.action.Frame;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.Reachability.Way;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Tests the connection between two agents and measures its round-trip time, on a connection of its
 * own.
 */
public final class LatencyProbe {

    // The best of so many round trips counts: the others depend more on the hosts than on the
    // network.
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private LatencyProbe() {}

    /** Tests the connection to a node; returns by the deadline. */
    public static Way greet(NodeName node, Opening.Connector connector, Deadline deadline) {
        try (var session = connector.connect(deadline)) {
            session.send(new Frame.Document(Wire.question(new Question.Greet(node))));
            return switch (session.receive(deadline)) {
                case Frame.Begun _ -> new Way.Open(roundTrip(session, deadline));
                case Frame other -> new Way.Shut("it answered with " + other);
            };
        } catch (SocketTimeoutException e) {
            return new Way.Shut("no answer in time");
        } catch (IOException e) {
            var said = e.getMessage();
            return new Way.Shut(said == null ? "the connection broke" : said);
        }
    }

    private static Duration roundTrip(Session session, Deadline deadline) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long sent = System.nanoTime();
            session.send(new Frame.Alive());
            var _ = session.receive(deadline);
            best = Math.min(best, System.nanoTime() - sent);
        }
        return Duration.ofNanos(best);
    }

    /** The other side of the test: answers until the asker closes, or is silent. */
    public static void answer(Session session) throws IOException {
        session.send(new Frame.Begun());
        for (int round = 0; round < ROUNDS; round++) {
            var _ = session.receive(Deadline.in(PATIENCE));
            session.send(new Frame.Alive());
        }
        var _ = session.receive(Deadline.in(PATIENCE));
    }
}
