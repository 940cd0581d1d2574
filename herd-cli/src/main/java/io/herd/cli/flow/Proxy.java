package io.herd.cli.flow;

import io.herd.stream.Session;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives a process the signals that would end this one. Whoever asks a third time wants an end at
 * any price, as with docker: then this side gives up, whatever becomes of the process.
 *
 * @param to takes their names, with SIG; past the session, whose input the process may not read
 */
public record Proxy(Console console, Consumer<String> to) {

    private static final Set<String> ASKING = Set.of("SIGINT", "SIGTERM");
    private static final int MOST = 3;

    /** Does so while the session goes on. */
    Ending during(Session session, Supplier<Ending> flow) {
        var asked = new AtomicInteger();
        Consumer<String> pass =
                signal -> {
                    if (ASKING.contains(signal) && asked.incrementAndGet() >= MOST) {
                        session.close();
                    } else {
                        to.accept(signal);
                    }
                };
        try (var _ = console.signals(pass)) {
            var ending = flow.get();
            return asked.get() >= MOST ? new Ending.Interrupted() : ending;
        }
    }
}
