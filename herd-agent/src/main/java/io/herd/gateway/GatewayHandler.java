package io.herd.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.herd.model.BrowserGuard;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Handles all HTTP requests: checks, dispatches, counts and answers them. */
final class GatewayHandler implements HttpHandler {

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

    @Override
    public void handle(HttpExchange exchange) {
        long since = System.nanoTime();
        // Both are held until the answer is sent.
        try (var share = budget.share();
                exchange) {
            var answered = answerOrFail(exchange, share);
            metrics.answered(
                    answered.word(),
                    answered.reply().status(),
                    Duration.ofNanos(System.nanoTime() - since));
            sender.send(exchange, answered.reply());
        } catch (IOException e) {
            // The client went away, or was cut off for being too slow.
            LOG.log(Level.DEBUG, "a client is gone: {0}", e.getMessage());
        } catch (InterruptedException _) {
            LOG.log(Level.DEBUG, "the gateway is closing");
        }
    }

    private Answered answerOrFail(HttpExchange exchange, Budget.Share share)
            throws IOException, InterruptedException {
        try {
            return answer(exchange, share);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer an HTTP request", e);
            return Answered.none(
                    new Problem(Statuses.INTERNAL, "the agent failed: its log says why"));
        }
    }

    private Answered answer(HttpExchange exchange, Budget.Share share)
            throws IOException, InterruptedException {
        var headers = exchange.getRequestHeaders();
        var wrong = Protocol.complaint(exchange.getProtocol(), headers);
        if (wrong.isPresent()) {
            return Answered.last(wrong.get());
        }
        var refused = browsers.complaint(name -> headers.getOrDefault(name, List.of()));
        if (refused.isPresent()) {
            return Answered.none(new Problem(Statuses.FORBIDDEN, refused.get()));
        }
        try {
            return answer(exchange, headers, share);
        } catch (ProblemException e) {
            return Answered.none(e.problem());
        }
    }

    private Answered answer(HttpExchange exchange, Headers headers, Budget.Share share)
            throws IOException, InterruptedException, ProblemException {
        var path = String.valueOf(exchange.getRequestURI().getPath());
        return switch (exchange.getRequestMethod()) {
            case "POST" ->
                    path.equals("/")
                            ? desk.answer(
                                    identification.caller(headers),
                                    exchange.getRequestBody(),
                                    share)
                            : no(path);
            case "GET", "HEAD" -> get(path, headers);
            default -> Answered.none(new Problem(Statuses.WRONG_METHOD, "use GET, or POST with /"));
        };
    }

    // Whatever looks whether this agent is alive and ready has no token.
    private Answered get(String path, Headers headers) throws ProblemException {
        return switch (path) {
            case "/health" -> new Answered("health", probes.health());
            case "/ready" -> new Answered("ready", probes.ready(identification.isKnown(headers)));
            case "/" -> {
                var _ = identification.caller(headers);
                yield new Answered("index", probes.index());
            }
            case "/metrics" -> {
                var _ = identification.caller(headers);
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
