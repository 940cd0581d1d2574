package io.herd.cli.flow;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Streaming.Window;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ProcessJson;
import io.herd.json.docker.ProcessJson.Container;
import io.herd.stream.Session;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Joins a container's own process, which says first what it is, to the console.
 *
 * @param input whether what is typed or piped in is sent, if the process takes any
 * @param proxy who gets this process's signals, beside those that are keys of a terminal
 */
public record Attachment(Session session, Console console, boolean input, Optional<Proxy> proxy) {

    private static final String RUNNING = "running";

    /** To one that runs. */
    public Ending join() {
        return known(container ->
                container.status().equals(RUNNING)
                        ? proxied(() -> flow(container, true))
                        : new Ending.Broken(failed(Kind.CONFLICT, mend(container.status()))));
    }

    private static String mend(String status) {
        return switch (status) {
            case "paused" -> "it is paused: unpause it first";
            case "restarting" -> "it is restarting: wait until it runs";
            default -> "it is %s: start it first".formatted(status);
        };
    }

    /**
     * To one that is started only now, so that nothing it says is lost.
     *
     * @param start done once all it says will be heard
     */
    public Ending begin(Supplier<Outcome> start) {
        return known(container ->
                proxied(() -> {
                    var started = start.get();
                    return started instanceof Outcome.Done
                            ? flow(container, false)
                            : new Ending.Broken(started);
                }));
    }

    private Ending known(Function<Container, Ending> flow) {
        try (var first = new Received(session)) {
            var description = first.document();
            return description.isPresent()
                    ? flow.apply(ProcessJson.container(description.get()))
                    : first.ending();
        } catch (UnexpectedJsonException e) {
            return new Ending.Broken(failed(Kind.INTERNAL, String.valueOf(e.getMessage())));
        }
    }

    private Ending proxied(Supplier<Ending> flow) {
        return proxy.isPresent() ? proxy.get().during(session, flow) : flow.get();
    }

    /**
     * @param again whether others may have seen its terminal before
     */
    private Ending flow(Container container, boolean again) {
        var talk = new Talk(session, console);
        boolean sends = input && container.input();
        var tty = container.terminal() && sends ? console.tty() : Optional.<Tty>empty();
        if (tty.isEmpty()) {
            return talk.run(sends);
        }
        if (again) {
            talk.resize(larger(tty.get().size()));
        }
        return talk.run(tty.get());
    }

    // What is in the terminal, such as a shell, shows itself again when the size changes.
    private static Window larger(Window size) {
        return new Window(size.rows() + 1, size.columns() + 1);
    }

    private static Outcome failed(Kind kind, String why) {
        return new Outcome.Failed(new Failure(kind, why));
    }
}
