package io.herd.gateway;

import com.sun.net.httpserver.HttpExchange;
import io.herd.model.Utf8;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends HTTP responses, and cuts off clients that do not read theirs in time. */
final class ResponseWriter implements AutoCloseable {

    private final Duration patience;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("herd-gateway-clock").factory());

    ResponseWriter(Duration patience) {
        this.patience = patience;
    }

    void send(HttpExchange exchange, HttpReply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (reply.last()) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        if (reply.status() == Statuses.UNAUTHORIZED) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"herd\"");
        }
        if (reply.status() == Statuses.UNAVAILABLE) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Integer.toString(Statuses.RETRY_AFTER));
        }
        // Interrupting a thread that writes to a channel closes the channel.
        var cut =
                clock.schedule(
                        Thread.currentThread()::interrupt,
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(reply.status(), -1);
            } else {
                exchange.sendResponseHeaders(reply.status(), Utf8.length(reply.body()));
                Utf8.write(reply.body(), exchange.getResponseBody());
                // Flush before the server reads the rest of a broken body, where it may fail or
                // wait.
                exchange.getResponseBody().flush();
            }
        } finally {
            cut.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
