package io.herd.cli.command.option;

import io.herd.herd.answer.Selector;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command has, as they were given. The fallback value of each flag keeps
 * picocli from turning off a flag that is given on the command line and also set in the environment
 * or the file.
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
public final class GlobalOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "herd",
            scope = ScopeType.INHERIT,
            description = "Name of the herd. Default: ${DEFAULT-VALUE}.")
    String cluster = "herd";

    @Option(
            names = "--join",
            paramLabel = "HOST[:PORT]",
            split = ",",
            converter = Converters.Join.class,
            scope = ScopeType.INHERIT,
            description =
                    "Addresses of agents to join, separated by commas. Default: multicast and 127.0.0.1:7800.")
    List<HostPort> join = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDR[:PORT]",
            converter = Converters.Bind.class,
            scope = ScopeType.INHERIT,
            description =
                    "Address to listen on for other members. Default: 127.0.0.1, or for a short command the "
                            + "address from which --join is reached.")
    @Nullable String bind;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "File with the herd's key, made by 'herd key new FILE'; without a key herd stays on "
                            + "loopback.")
    @Nullable Path key;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "Unix socket of this host's agent. Default: /run/herd/herd.sock, or herd.sock in "
                            + "XDG_RUNTIME_DIR.")
    @Nullable Path socket;

    @Option(
            names = "--direct",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Join the herd instead of asking this host's agent; --join implies it.")
    public boolean direct;

    @Option(
            names = "--keep",
            paramLabel = "DURATION",
            converter = Converters.Keep.class,
            scope = ScopeType.INHERIT,
            description =
                    "Where no agent can be asked: stay in the herd in the background, until no command has "
                            + "come for so long; 'off' joins for this one. Default: no process stays.")
    @Nullable Duration keep;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = Converters.Time.class,
            scope = ScopeType.INHERIT,
            description =
                    "Time limit of each request, such as 500ms, 10s or 2m. Default: 30s, and longer where it "
                            + "must be.")
    @Nullable Duration deadline;

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
            description = "Print one JSON object that accounts for every node.")
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

    // Read before the arguments are parsed: the file has their defaults.
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Configuration file. Default: ~/.config/herd/herd.json, else /etc/herd/herd.json.")
    @Nullable Path config;

    @Option(
            names = "--debug",
            fallbackValue = "true",
            scope = ScopeType.INHERIT,
            description = "Show where an error came from.")
    public boolean debug;

    /** The nodes that the user means. */
    public Selector who() {
        return Selector.of(Set.copyOf(nodes));
    }
}
