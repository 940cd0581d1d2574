package io.herd.gateway;

import io.herd.http.HttpConnection;
import io.herd.http.RequestHead;
import io.herd.model.BrowserGuard;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Handles all HTTP requests: checks, dispatches, counts and answers them. */
final class GatewayHandler {

    private static final System.Logger LOG = System.getLogger("io.herd.gateway");

    private final BrowserGuard browsers;
    private final Identification identification;
    private final RequestLimiter desk;
    private final Probes probes;
    private final Metrics metrics;
    private final ResponseWriter sender;
    private final Budget budget;

    GatewayHandler(
            BrowserGuard browsers,
            Identification identification,
            RequestLimiter desk,
            Probes probes,
            Metrics metrics,
            ResponseWriter sender,
            Budget budget) {
        this.browsers = browsers;
        this.identification = identification;
        this.desk = desk;
        this.probes = probes;
        this.metrics = metrics;
        this.sender = sender;
        this.budget = budget;
    }

    /** Answers a request of a connection; returns whether another may follow. */
    boolean handle(HttpConnection connection, Arriving request) throws IOException {
        long since = System.nanoTime();
        // Held until the answer is sent.
        try (var share = budget.share()) {
            var answered = answerOrFail(request, share);
            metrics.answered(
                    answered.word(),
                    answered.reply().status(),
                    Duration.ofNanos(System.nanoTime() - since));
            return sender.send(connection, request, answered.reply());
        } catch (InterruptedException _) {
            LOG.log(Level.DEBUG, "the gateway is closing");
            return false;
        }
    }

    private Answered answerOrFail(Arriving request, Budget.Share share)
            throws IOException, InterruptedException {
        try {
            return answer(request, share);
        } catch (ProblemException e) {
            return Answered.none(e.problem());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer an HTTP request", e);
            return Answered.none(
                    new Problem(Statuses.INTERNAL, "the agent failed: its log says why"));
        }
    }

    private Answered answer(Arriving request, Budget.Share share)
            throws IOException, InterruptedException, ProblemException {
        var head = request.head();
        Protocol.check(head);
        var refused = browsers.complaint(head::values);
        if (refused.isPresent()) {
            throw new ProblemException(Statuses.FORBIDDEN, refused.get());
        }
        var path = Protocol.path(head);
        return switch (head.method()) {
            case "POST" ->
                    path.equals("/")
                            ? desk.answer(identification.caller(head), request, share)
                            : no(path);
            case "GET", "HEAD" -> get(path, head);
            default -> Answered.none(new Problem(Statuses.WRONG_METHOD, "use GET, or POST with /"));
        };
    }

    // Whatever looks whether this agent is alive and ready has no token.
    private Answered get(String path, RequestHead head) throws ProblemException {
        return switch (path) {
            case "/health" -> new Answered("health", probes.health());
            case "/ready" -> new Answered("ready", probes.ready(identification.isKnown(head)));
            case "/" -> {
                var _ = identification.caller(head);
                yield new Answered("index", probes.index());
            }
            case "/metrics" -> {
                var _ = identification.caller(head);
                yield new Answered("metrics", probes.metrics());
            }
            default -> no(path);
        };
    }

    private static Answered no(String path) {
        return Answered.none(
                new Problem(
                        Statuses.NOT_FOUND,
                        "nothing at '%s': there are POST / and GET /, /health, /ready and /metrics"
                                .formatted(path)));
    }
}
