package io.herd.cli.command.option;

import static java.util.stream.Collectors.joining;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import io.herd.cli.registry.DockerConfig;
import io.herd.cli.registry.Logins;
import io.herd.cli.registry.UnreadableConfigException;
import io.herd.cli.render.Notice;
import io.herd.herd.answer.Progress;
import io.herd.model.NodeName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The user who typed the command: console, terminal, questions, progress, docker's settings. */
public final class User {

    private final GlobalOptions options;
    private final OutputOptions output;
    private final CommandContext context;
    private final HerdConnection herd;

    User(GlobalOptions options, OutputOptions output, HerdConnection herd, CommandContext context) {
        this.options = options;
        this.output = output;
        this.context = context;
        this.herd = herd;
    }

    /** Where streamed output goes. */
    public Console console() {
        return context.console();
    }

    /**
     * The user's terminal.
     *
     * @throws UsageException if there is none
     */
    public Tty tty() throws UsageException {
        return console().tty().orElseThrow(User::noTty);
    }

    /**
     * Checks that there is a terminal.
     *
     * @throws UsageException if there is none
     */
    public void needTty() throws UsageException {
        if (!console().terminal()) {
            throw noTty();
        }
    }

    private static UsageException noTty() {
        return new UsageException("the input and the output must be a terminal for -t with -i");
    }

    /**
     * What runs the lines of {@code herd shell}.
     *
     * @throws UsageException in a shell already
     */
    public ShellRunner shell() throws UsageException {
        return context.shell()
                .orElseThrow(() -> new UsageException("this is a shell of herd already"));
    }

    /**
     * Asks the user for confirmation.
     *
     * @throws UsageException if there is no terminal to ask on
     */
    public boolean confirmed(String what) throws UsageException {
        return context.asker()
                .orElseThrow(() ->
                        new UsageException(
                                what + ", and there is no terminal to ask on: use -f to do it"))
                .yes(
                        what
                                + " on "
                                + (options.nodes.isEmpty()
                                        ? "all nodes"
                                        : options.nodes.stream()
                                                .map(NodeName::value)
                                                .collect(joining(", ")))
                                + ". Go on?");
    }

    /**
     * The listener that shows the user the progress of long work; one that ignores it if the user
     * wants only the result.
     */
    public Progress.Listener progress() {
        return output.bare()
                ? Progress.UNHEARD
                : context.watcher().map(Supplier::get).orElse(Progress.UNHEARD);
    }

    /** The user's logins at registries; a credential helper may take as long as a request. */
    public Logins logins() {
        return new Logins(docker(), herd.timeout());
    }

    // An agent looks at nothing that a user names: it runs only what needs none of it.
    private DockerConfig docker() {
        return new DockerConfig(context.caller().isPresent() ? Map.of() : context.environment());
    }

    /**
     * The keys that leave a process running, by docker's configuration. If that cannot be read, the
     * user is told, and they are the usual ones, as with docker.
     *
     * @throws UsageException if they are none
     */
    Optional<String> detachKeys() throws UsageException {
        var docker = docker();
        try {
            var keys = docker.detachKeys();
            if (keys.isPresent() && !DetachKeys.valid(keys.get())) {
                throw new UsageException(
                        "%s: in detachKeys, %s"
                                .formatted(
                                        docker.file().orElseThrow(),
                                        DetachKeys.invalid(keys.get())));
            }
            return keys;
        } catch (UnreadableConfigException e) {
            if (!output.quiet()) {
                console().tell(Notice.of(e.getMessage() + ": detach with ctrl-p,ctrl-q"));
            }
            return Optional.empty();
        }
    }
}
