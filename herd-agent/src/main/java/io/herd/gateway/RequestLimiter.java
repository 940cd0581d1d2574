package io.herd.gateway;

import io.herd.json.dockermod.DockerModRequest;
import io.herd.model.Caller;
import io.herd.model.Utf8;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries out POST requests within limits on their number at once and their memory. */
final class RequestLimiter {

    static final Problem NO_ROOM =
            new Problem(
                    Statuses.UNAVAILABLE,
                    "too many large requests or answers at once: try again later");

    // As the parsed request, and as what it becomes on its way to a daemon.
    private static final int COPIES_OF_REQUEST = 8;
    // As the daemon's bytes, as the message over the cluster, and as its envelope.
    private static final int COPIES_OF_ANSWER = 4;
    // So many answers of unknown size fit at once.
    private static final int UNKNOWN_AT_ONCE = 6;

    private final Function<Caller, Actions> actions;
    private final Requests requests;
    private final Semaphore turns;
    private final Duration patience;
    private final Sizes sizes;

    RequestLimiter(Function<Caller, Actions> actions, Limits limits) {
        this.actions = actions;
        this.requests = new Requests(limits.body());
        this.turns = new Semaphore(limits.atOnce(), true);
        this.patience = limits.patience();
        this.sizes = new Sizes(limits.inHand() / UNKNOWN_AT_ONCE / COPIES_OF_ANSWER);
    }

    /**
     * @param share on return, also holds the memory of the answer
     */
    Answered answer(Caller caller, Arriving arriving, Budget.Share share)
            throws IOException, InterruptedException, ProblemException {
        // Read before taking a turn: a client that sends slowly must not hold up others.
        var bytes = requests.read(arriving, share);
        long held = (long) COPIES_OF_REQUEST * bytes.length;
        if (!share.holds(held, patience)) {
            return Answered.none(NO_ROOM);
        }
        var request = Requests.parse(bytes);
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Answered.none(
                    new Problem(
                            Statuses.UNAVAILABLE, "too many requests at once: try again later"));
        }
        try {
            return share.holds(held + COPIES_OF_ANSWER * sizes.expected(request), patience)
                    ? Answered.of(request, fitting(caller, request, share))
                    : Answered.none(NO_ROOM);
        } finally {
            turns.release();
        }
    }

    /** Makes the reply, and corrects the share from its expected size to its real one. */
    private HttpReply fitting(Caller caller, DockerModRequest request, Budget.Share share)
            throws InterruptedException {
        var reply = reply(caller, request);
        long size = Utf8.length(reply.body());
        sizes.seen(request, size);
        return share.holds(size, patience) ? reply : NO_ROOM.reply();
    }

    private HttpReply reply(Caller caller, DockerModRequest request) {
        try {
            return HttpReply.json(Statuses.OK, actions.apply(caller).answer(request));
        } catch (ProblemException e) {
            return e.problem().reply();
        }
    }
}
