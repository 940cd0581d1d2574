package io.herd.gateway;

import io.herd.json.SeedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Works off what is posted, not too much at once. */
final class Desk {

    private final Actions actions;
    private final Requests requests;
    private final Semaphore turns;
    private final Duration patience;

    Desk(Actions actions, Limits limits) {
        this.actions = actions;
        this.requests = new Requests(limits.body());
        this.turns = new Semaphore(limits.atOnce(), true);
        this.patience = limits.patience();
    }

    Answered answer(InputStream body) throws IOException, InterruptedException {
        SeedRequest request;
        try {
            // Before its turn: a client that sends slowly must not keep others from theirs.
            request = requests.read(body);
        } catch (ProblemException e) {
            return Answered.none(e.problem());
        }
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Answered.none(
                    new Problem(
                            Statuses.UNAVAILABLE, "too many requests at once: try again later"));
        }
        try {
            return new Answered(request.getClass().getSimpleName(), reply(request));
        } finally {
            turns.release();
        }
    }

    private Reply reply(SeedRequest request) {
        try {
            return Reply.json(Statuses.OK, actions.answer(request));
        } catch (ProblemException e) {
            return e.problem().reply();
        }
    }
}
