package io.herd.cli.command.option;

import static java.util.stream.Collectors.joining;

import io.herd.agent.LocalSocket;
import io.herd.cli.config.KeyFile;
import io.herd.cli.config.KeyFileException;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import io.herd.cli.registry.Logins;
import io.herd.cli.render.Style;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.herd.Herd;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.Selector;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command has. A flag's fallback value keeps picocli from turning one off
 * that is given although the environment or the file has set it, too.
 */
@Command(
        name = "herd",
        description =
                "One command that turns any number of Docker hosts into one herd, with no master.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each option can also be set in the environment, HERD_JOIN for --join and so on, and in the "
                    + "configuration."
        })
public final class Globals {

    // Where nobody listens a command must have failed within 3 s, its start included.
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofSeconds(30);
    // A frozen coordinator is replaced within 10 s.
    private static final Duration LONGEST_ADMISSION = Duration.ofSeconds(15);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "herd",
            scope = ScopeType.INHERIT,
            description = "The herd's name. Default: ${DEFAULT-VALUE}.")
    String cluster = "herd";

    @Option(
            names = "--join",
            paramLabel = "HOST[:PORT]",
            split = ",",
            converter = Converters.Join.class,
            scope = ScopeType.INHERIT,
            description =
                    "Where agents are; several with commas. Default: multicast and 127.0.0.1:7800.")
    List<HostPort> join = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDR[:PORT]",
            converter = Converters.Bind.class,
            scope = ScopeType.INHERIT,
            description =
                    "Where to listen for members. Default: 127.0.0.1, or for a short command the address from "
                            + "which --join is reached.")
    @Nullable String bind;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The herd's key, made by 'herd key new FILE'; without it nothing leaves loopback.")
    @Nullable Path key;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "The Unix socket of this host's agent. Default: /run/herd/herd.sock, or herd.sock in XDG_RUNTIME_DIR.")
    @Nullable Path socket;

    @Option(
            names = "--direct",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Join the herd rather than ask this host's agent; --join does so, too.")
    public boolean direct;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Converters.Time.class,
            scope = ScopeType.INHERIT,
            description =
                    "How long each request may take, such as 500ms, 10s or 2m. Default: 30s, and longer where it must.")
    @Nullable Duration timeout;

    @Option(
            names = "--node",
            paramLabel = "NODE",
            split = ",",
            converter = Converters.Node.class,
            scope = ScopeType.INHERIT,
            description = "Only this node; repeatable.")
    List<NodeName> nodes = new ArrayList<>();

    @Option(
            names = "--json",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Print one JSON object, which accounts for all nodes.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Only display IDs.")
    public boolean quiet;

    @Option(
            names = "--no-trunc",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Don't truncate output.")
    public boolean noTrunc;

    // Read before the arguments are: what it says are their defaults.
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The configuration file. Default: ~/.config/herd/herd.json, else /etc/herd/herd.json.")
    @Nullable Path config;

    @Option(
            names = "--debug",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Show where an error came from.")
    public boolean debug;

    private final Connector connector;
    private final CommandContext surroundings;
    private final OptionSources origins;

    public Globals(Connector connector, CommandContext surroundings, OptionSources origins) {
        this.connector = connector;
        this.surroundings = surroundings;
        this.origins = origins;
    }

    /** Where the options come from. */
    public OptionSources origins() {
        return origins;
    }

    public Herd connect() throws JoinException, KeyFileException {
        return connect(timeout(), timeout());
    }

    /**
     * @param search how long it may take to find the herd
     * @param request how long each request may take
     */
    public Herd connect(Duration search, Duration request) throws JoinException, KeyFileException {
        return connector.connect(
                sockets(), settings(0, search, needsNoKey() ? Optional.empty() : key()), request);
    }

    /** Where the agent of this host may be asked. */
    public List<Path> sockets() {
        return isDirect() ? List.of() : surroundings.sockets(Optional.ofNullable(socket));
    }

    /**
     * @throws UsageException in a shell
     */
    public ShellRunner shell() throws UsageException {
        return surroundings
                .shell()
                .orElseThrow(() -> new UsageException("this is a shell of herd already"));
    }

    /** Where an agent that is started listens. */
    public LocalSocket localSocket() {
        return socket != null
                ? new LocalSocket(socket, true)
                : new LocalSocket(surroundings.socket(), false);
    }

    /** Whether there is an agent on this host that this user may ask, so that nobody joins. */
    public boolean hasAgent() {
        return sockets().stream().anyMatch(Files::isWritable);
    }

    // Whoever says where to join means it; in the configuration it is where the agent of this host
    // has joined, too.
    private boolean isDirect() {
        return direct || (socket == null && surroundings.variable("HERD_JOIN").isPresent());
    }

    /** What flows goes here. */
    public Console console() {
        return surroundings.console();
    }

    /**
     * @throws UsageException if there is none
     */
    public Tty tty() throws UsageException {
        return console().tty().orElseThrow(Globals::noTty);
    }

    /**
     * @throws UsageException if there is no terminal
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
     * @param port to listen on unless {@code --bind} says another
     */
    public ClusterSettings settings(int port) throws KeyFileException {
        return settings(port, timeout(), key());
    }

    private ClusterSettings settings(int port, Duration search, Optional<Key> key) {
        return new ClusterSettings(
                cluster,
                Optional.ofNullable(bind).map(address -> HostPort.parse(address, port)),
                join,
                key,
                shorter(search, LONGEST_SEARCH),
                shorter(search, LONGEST_ADMISSION));
    }

    // Whoever is in the socket's group asks the agent, whose key is not theirs.
    private boolean needsNoKey() {
        return key != null && Files.exists(key) && !Files.isReadable(key) && hasAgent();
    }

    private Optional<Key> key() throws KeyFileException {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFile.read(key));
        } catch (KeyFileException e) {
            throw new KeyFileException(origins.message("--key", e));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    public Duration timeout() {
        return timeout == null ? USUAL : timeout;
    }

    /** What the user says of how long a request may take. */
    public Optional<Duration> ownTimeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * How much longer than others a request may take that must have so long; what the user says
     * counts.
     */
    public Duration extra(Duration needed) {
        return timeout == null ? needed.minus(USUAL) : Duration.ZERO;
    }

    /**
     * Asks the user, if there is one.
     *
     * @throws UsageException if nobody can be asked
     */
    public boolean confirmed(String what) throws UsageException {
        return surroundings
                .asker()
                .orElseThrow(() ->
                        new UsageException(
                                what + ", and there is no terminal to ask on: use -f to do it"))
                .yes(
                        what
                                + " on "
                                + (nodes.isEmpty()
                                        ? "all nodes"
                                        : nodes.stream()
                                                .map(NodeName::value)
                                                .collect(joining(", ")))
                                + ". Go on?");
    }

    public Selector who() {
        return Selector.of(Set.copyOf(nodes));
    }

    /** Who is told how far long work is: the user, unless they want nothing but the result. */
    public Progress.Listener progress() {
        return quiet || json
                ? Progress.UNHEARD
                : surroundings.watcher().map(Supplier::get).orElse(Progress.UNHEARD);
    }

    /** The user's logins at registries; a credential helper may take as long as a request. */
    public Logins logins() {
        return new Logins(surroundings.environment(), timeout());
    }

    public CommandContext surroundings() {
        return surroundings;
    }

    // Of the ways to print only one can count: what was typed beats what is set elsewhere, and
    // --json beats -q beats --format.

    public boolean json() {
        return json
                && (origins.typed("--json")
                        || !(origins.typed("--quiet") || origins.typed("--format")));
    }

    boolean quiet() {
        return quiet && !json() && (origins.typed("--quiet") || !origins.typed("--format"));
    }

    public Style style(boolean colour, int width) {
        return new Style(quiet(), json(), colour, width);
    }
}
