package io.herd.herd;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Unreachable;
import io.herd.action.Streaming.FetchImage;
import io.herd.cluster.Cluster;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.FetchJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import io.herd.stream.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Has nodes get an image from others, and waits for it.
 *
 * @param timeout for the beginning of a copy, and for silence in it
 */
public record ImageTransfer(Cluster cluster, String reference, Duration timeout) {

    /** What has become of it. */
    public sealed interface Arrival {

        /**
         * It is there.
         *
         * @param id by which that daemon knows it
         */
        record There(String id) implements Arrival {}

        /**
         * It is not.
         *
         * @param why any outcome but {@link Done}
         */
        record Not(Outcome why) implements Arrival {}
    }

    /**
     * @param id the source's
     * @param copied told how many bytes have come, now and then
     */
    public Arrival of(NodeName from, String id, NodeName to, LongConsumer copied) {
        var what = new FetchImage(reference, id, from);
        return switch (cluster.open(to, what, Deadline.in(timeout))) {
            case Opening.Not(var why) -> new Arrival.Not(why);
            case Opening.Open(var session) -> {
                session.limit(Patience.with(what, timeout));
                try (session) {
                    yield arrival(session, copied);
                }
            }
        };
    }

    private static Arrival arrival(Session session, LongConsumer copied) {
        var id = Optional.<String>empty();
        try {
            while (true) {
                switch (session.receive()) {
                    case Frame.Document(var line) -> {
                        var news = FetchJson.read(line);
                        id = news.id();
                        if (id.isEmpty()) {
                            copied.accept(news.bytes());
                        }
                    }
                    case Frame.Ended _ -> {
                        return id.<Arrival>map(Arrival.There::new)
                                .orElseGet(() -> not("it does not say what it has got"));
                    }
                    case Frame.Failed(var why) -> {
                        return new Arrival.Not(why);
                    }
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            return new Arrival.Not(
                    new Unreachable("the connection to it broke: " + e.getMessage()));
        } catch (UnexpectedJsonException e) {
            return not("cannot read what it says: " + e.getMessage());
        }
    }

    private static Arrival.Not not(String why) {
        return new Arrival.Not(new Failed(new Failure(Kind.INTERNAL, why)));
    }
}
