package io.herd.cli.command.option;

import io.herd.agent.LocalSocket;
import io.herd.cli.config.KeyFile;
import io.herd.cli.config.KeyFileException;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.render.Notice;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.Key;
import io.herd.herd.Herd;
import io.herd.model.HostPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Connects to the herd: through the agent of this host, or as a member of the cluster. */
public final class HerdConnection {

    // If nobody listens, a command must fail within 3 s, its start included.
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofSeconds(30);
    // A frozen coordinator is replaced within 10 s.
    private static final Duration LONGEST_ADMISSION = Duration.ofSeconds(15);

    private final GlobalOptions options;
    private final Connector connector;
    private final CommandContext context;
    private final OptionSources sources;
    private final Keeping keeping;

    HerdConnection(
            GlobalOptions options,
            Connector connector,
            CommandContext context,
            OptionSources sources) {
        this.options = options;
        this.connector = connector;
        this.context = context;
        this.sources = sources;
        this.keeping = new Keeping(options, context);
    }

    public Herd connect() throws JoinException, KeyFileException {
        return connect(timeout(), timeout());
    }

    /**
     * Connects to the herd.
     *
     * @param search how long it may take to find the herd
     * @param request how long each request may take
     */
    public Herd connect(Duration search, Duration request) throws JoinException, KeyFileException {
        var settings = settings(0, search, needsNoKey() ? Optional.empty() : key());
        try {
            var herd = connector.connect(sockets(), settings, request);
            herd.remark().ifPresent(this::tell);
            if (herd.joined()) {
                keep();
            }
            return herd;
        } catch (JoinException e) {
            throw explained(e);
        }
    }

    private void tell(String notice) {
        if (!options.quiet) {
            context.console().tell(Notice.of(notice));
        }
    }

    private void keep() {
        try {
            keeping.start();
        } catch (IOException e) {
            tell("no process stays in the herd for the next commands: " + e.getMessage());
        }
    }

    // Who names a socket means that one; where else nobody answers is not the point.
    private JoinException explained(JoinException e) {
        return sockets().stream()
                .filter(it -> it.equals(options.socket) && e.reason() == Reason.NO_AGENT)
                .flatMap(it -> noSocket(it).stream())
                .findFirst()
                .map(why -> new JoinException(e.reason(), why, e))
                .orElse(e);
    }

    private static Optional<String> noSocket(Path path) {
        if (Files.notExists(path)) {
            return Optional.of(
                    "there is no socket %s: start an agent with this --socket, or give another"
                            .formatted(path));
        }
        return Files.isRegularFile(path) || Files.isDirectory(path)
                ? Optional.of(
                        "%s is no socket: give that of an agent with --socket".formatted(path))
                : Optional.empty();
    }

    /**
     * Sockets at which the agent of this host may be asked, unless the command shall join instead,
     * and at which a keeper may be that has joined before.
     */
    public List<Path> sockets() {
        var agents =
                isDirect() ? List.<Path>of() : context.sockets(Optional.ofNullable(options.socket));
        return Stream.concat(agents.stream(), keeping.socket().stream()).toList();
    }

    /** How commands stay in the herd without an agent. */
    public Keeping keeping() {
        return keeping;
    }

    /** The name of the herd that is meant. */
    public String name() {
        return options.cluster;
    }

    /** The socket at which {@code herd agent} listens. */
    public LocalSocket localSocket() {
        return options.socket != null
                ? new LocalSocket(options.socket, true)
                : new LocalSocket(context.socket(), false);
    }

    /**
     * Whether this user may write to an agent's socket on this host, or the command runs in the
     * agent, so that it need not join.
     */
    public boolean hasAgent() {
        return context.caller().isPresent() || sockets().stream().anyMatch(Files::isWritable);
    }

    // A user who gives --join means it; in the configuration file, --join may just be how this
    // host's agent joins.
    private boolean isDirect() {
        return options.direct
                || (options.socket == null && context.variable("HERD_JOIN").isPresent());
    }

    /**
     * The settings for joining the herd.
     *
     * @param port to listen on unless {@code --bind} gives another
     */
    public ClusterSettings settings(int port) throws KeyFileException {
        return settings(port, timeout(), key());
    }

    private ClusterSettings settings(int port, Duration search, Optional<Key> key) {
        return new ClusterSettings(
                options.cluster,
                Optional.ofNullable(options.bind).map(address -> HostPort.parse(address, port)),
                options.join,
                key,
                shorter(search, LONGEST_SEARCH),
                shorter(search, LONGEST_ADMISSION));
    }

    // Members of the socket's group ask the agent; they may not read its key. And the agent itself
    // has joined already.
    private boolean needsNoKey() {
        return context.caller().isPresent() || isUnreadable();
    }

    private boolean isUnreadable() {
        return options.key != null
                && Files.exists(options.key)
                && !Files.isReadable(options.key)
                && hasAgent();
    }

    private Optional<Key> key() throws KeyFileException {
        if (options.key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFile.read(options.key, context.usualKeys()));
        } catch (KeyFileException e) {
            throw new KeyFileException(sources.message("--key", e));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    public Duration timeout() {
        return options.deadline == null ? USUAL : options.deadline;
    }

    /** The deadline of a request, if the user has set one. */
    public Optional<Duration> ownTimeout() {
        return Optional.ofNullable(options.deadline);
    }

    /** Extra time for a request that needs this much; zero if the user has set a deadline. */
    public Duration extra(Duration needed) {
        return options.deadline == null ? needed.minus(USUAL) : Duration.ZERO;
    }
}
