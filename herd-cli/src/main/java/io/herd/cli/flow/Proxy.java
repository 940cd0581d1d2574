package io.herd.cli.flow;

import io.herd.stream.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes signals that would end this process on to processes in containers. At the third SIGINT or
 * SIGTERM this side gives up at any price, as docker does, whatever the process does.
 *
 * @param to takes the signals' names, with SIG; sends them outside the session, whose input the
 *     process may not read
 */
public record Proxy(Console console, Consumer<String> to) {

    private static final Set<String> ASKING = Set.of("SIGINT", "SIGTERM");
    private static final int MOST = 3;

    /**
     * Passes signals on while the flow runs.
     *
     * @param sessions closed when this side gives up
     * @param givenUp the result then
     */
    public <T> T during(List<Session> sessions, Supplier<T> flow, T givenUp) {
        var asked = new AtomicInteger();
        Consumer<String> pass =
                signal -> {
                    if (ASKING.contains(signal) && asked.incrementAndGet() >= MOST) {
                        sessions.forEach(Session::close);
                    } else {
                        to.accept(signal);
                    }
                };
        try (var _ = console.signals(pass)) {
            var result = flow.get();
            return asked.get() >= MOST ? givenUp : result;
        }
    }
}
