package io.herd.cli.flow;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Streaming.Window;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ProcessJson;
import io.herd.json.docker.ProcessJson.Container;
import io.herd.stream.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Connects the console to a container's own process, through a session whose first frame describes
 * the container.
 *
 * @param input whether to send what is typed or piped in, if the process reads its input
 * @param proxy passes this process's signals on, except those that are keys of a terminal
 */
public record Attachment(Session session, Console console, boolean input, Optional<Proxy> proxy) {

    private static final String RUNNING = "running";

    /** Attaches to a container that runs. */
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
     * Attaches to a container and then starts it, so that no output is lost.
     *
     * @param start starts it; called once attached
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
        return proxy.isPresent()
                ? proxy.get().during(List.of(session), flow, new Ending.Interrupted())
                : flow.get();
    }

    /**
     * @param again whether the process may have written to its terminal before, so that it must
     *     repaint
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

    // A program in the terminal, such as a shell, repaints when the size changes.
    private static Window larger(Window size) {
        return new Window(size.rows() + 1, size.columns() + 1);
    }

    private static Outcome failed(Kind kind, String why) {
        return new Outcome.Failed(new Failure(kind, why));
    }
}
