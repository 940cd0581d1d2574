package io.herd.cli.command;

import io.herd.agent.Agent;
import io.herd.agent.AgentSettings;
import io.herd.agent.HttpSettings;
import io.herd.agent.LocalSocket;
import io.herd.api.ApiOptions;
import io.herd.api.ApiVersion;
import io.herd.audit.Audit;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.CreateTimeout;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.NodeCommand;
import io.herd.cli.command.option.TemplateDirectories;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.config.Durations;
import io.herd.cli.config.HostName;
import io.herd.cli.config.KeyFileException;
import io.herd.cli.config.Label;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cluster.Detection;
import io.herd.cluster.JoinException;
import io.herd.gateway.PemFiles;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.users.PolicyFile;
import io.herd.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "agent",
        description =
                "Run beside the Docker daemon of this host, as a member of the herd, until it is told to stop.")
final class AgentCommand implements HerdCommand.Callers, NodeCommand {

    @Option(
            names = "--name",
            paramLabel = "NODE",
            converter = Converters.Node.class,
            description = "This node's name, unique in the herd. Default: the host's.")
    @Nullable NodeName name;

    @Option(
            names = "--docker",
            paramLabel = "ENDPOINT",
            description =
                    "The Docker daemon, unix:///PATH or tcp://HOST:PORT. Default: DOCKER_HOST, else "
                            + "unix:///var/run/docker.sock.")
    @Nullable String docker;

    @Option(
            names = "--docker-socket",
            paramLabel = "PATH|off",
            description =
                    "Serve the Docker API for the whole herd at this Unix socket. Default: /run/herd/docker.sock, or NAME-docker.sock beside --socket NAME.sock.")
    @Nullable String dockerSocket;

    @Option(
            names = "--docker-listen",
            paramLabel = "ADDR:PORT",
            converter = Converters.DockerPort.class,
            description =
                    "Serve the Docker API for the whole herd at this address, too; by TLS where others can reach it: see 'herd key docker'. Default: off.")
    @Nullable HostPort dockerListen;

    @Option(
            names = "--docker-strict",
            fallbackValue = "true",
            description =
                    "At the Docker API, refuse lists, 'info', 'df' and 'events' that a node is missing in, instead of saying in a header which.")
    boolean dockerStrict;

    @Option(
            names = "--docker-place",
            paramLabel = "own|spread",
            converter = Converters.DockerPlace.class,
            description =
                    "Where what comes by the Docker API is created, unless it says so or belongs to something: 'own' here, if it needs this host or is the first of its project; 'spread' where there are the fewest containers. Default: own.")
    ApiOptions.Place dockerPlace = ApiOptions.USUAL.place();

    @Option(
            names = "--docker-labels",
            arity = "0..1",
            paramLabel = "true|false",
            fallbackValue = "true",
            description =
                    "At the Docker API, whether what is read has the label herd.node, which no daemon has. Default: true.")
    boolean dockerLabels = ApiOptions.USUAL.labels();

    @Option(
            names = "--docker-api",
            paramLabel = "VERSION",
            converter = Converters.DockerVersion.class,
            description =
                    "The newest version that clients of the Docker API may speak, such as 1.41, before a daemon joins that speaks no newer one. Default: what all daemons speak.")
    @Nullable ApiVersion dockerVersion;

    @Option(
            names = "--http",
            paramLabel = "ADDR:PORT",
            converter = Converters.Http.class,
            description =
                    "Serve HTTP for the whole herd at this address; HTTPS where others can reach it. Default: off.")
    @Nullable HostPort http;

    @Option(
            names = "--http-anonymous",
            paramLabel = "USER",
            description =
                    "Whom somebody on this host acts for who asks by HTTP without a token. Default: he is not served.")
    @Nullable String anonymous;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description =
                    "Who has a token for HTTP: see 'herd user'. Default: /etc/herd/users.json.")
    Path users = UsersFile.USUAL;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "The certificate for HTTPS, with those that lead to its authority. Default: the herd's own.")
    @Nullable Path tlsCert;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The key of --tls-cert, PKCS #8 in PEM.")
    @Nullable Path tlsKey;

    @Option(
            names = "--label",
            paramLabel = "K=V",
            split = ",",
            converter = Converters.NodeLabel.class,
            description =
                    "A label of this node, for 'create --constraint'; repeatable, several with commas.")
    List<Label> labels = new ArrayList<>();

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description =
                    "Note in this file who changes what on this node, and what is denied, a line of JSON each; '-' is the log. Default: nowhere.")
    @Nullable Path audit;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Who may do what on this node; SIGHUP makes the agent read it again. Default: "
                            + "/etc/herd/policy.json, if it is there.")
    Path policy = PolicyFile.USUAL;

    @Option(
            names = "--detect",
            paramLabel = "fast|normal|wide|DURATION",
            converter = Converters.Detected.class,
            description =
                    "How soon this agent takes another for lost that gives no sign of life: 3s, 6s or 20s, or a time of your own. Default: normal.")
    Detection detection = Detection.NORMAL;

    @Mixin TemplateDirectories directories = new TemplateDirectories();

    @Mixin CreateTimeout createTimeout = new CreateTimeout();

    @Option(
            names = "--check-config",
            description = "Only check the configuration and the options, and show the result.")
    boolean checkConfig;

    @Spec @Nullable CommandSpec spec;

    private final Globals globals;

    AgentCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var settings = settings();
        check(settings);
        if (checkConfig) {
            return new AgentCheck(
                            Objects.requireNonNull(spec), globals.sources(), derived(settings))
                    .report();
        }
        Agent.run(
                settings,
                globals.context().commands(),
                this::onHangup,
                globals.sources().remarks().toArray(String[]::new));
        return Report.text("");
    }

    private AgentSettings settings() throws IOException, KeyFileException {
        return new AgentSettings(
                name == null ? new NodeName(HostName.own()) : name,
                endpoint(),
                globals.herd().settings(HostPort.DEFAULT_PORT),
                Optional.of(globals.herd().localSocket()),
                dockerSocket(),
                Optional.ofNullable(dockerListen),
                new ApiOptions(
                        dockerStrict,
                        dockerPlace,
                        dockerLabels,
                        Optional.ofNullable(dockerVersion)),
                Optional.ofNullable(http).map(this::http),
                directories.of(globals),
                globals.herd().timeout(),
                createTimeout.time(),
                Optional.ofNullable(audit),
                Optional.of(policy),
                Label.byName(labels),
                detection);
    }

    private Optional<LocalSocket> dockerSocket() {
        if (dockerSocket == null) {
            return Optional.of(
                    new LocalSocket(usualDockerSocket(globals.herd().localSocket()), false));
        }
        return Optional.of(dockerSocket)
                .filter(it -> !it.equals("off"))
                .map(it -> new LocalSocket(Path.of(it), true));
    }

    // Beside a socket that somebody has chosen, there may be the daemon's own.
    private static Path usualDockerSocket(LocalSocket socket) {
        var name = socket.path().getFileName().toString().replaceFirst("\\.sock$", "");
        return socket.path()
                .resolveSibling(socket.wanted() ? name + "-docker.sock" : "docker.sock");
    }

    // Of an agent in a terminal it means that the terminal is closed.
    private void onHangup(Runnable to) {
        var console = globals.context().console();
        if (!console.terminal()) {
            var _ = console.hangups(to);
        }
    }

    private HttpSettings http(HostPort address) {
        var pem =
                tlsCert == null || tlsKey == null
                        ? Optional.<PemFiles>empty()
                        : Optional.of(new PemFiles(tlsCert, tlsKey));
        return new HttpSettings(address, users, Optional.ofNullable(anonymous), pem);
    }

    private void check(AgentSettings settings) throws UsageException, JoinException {
        if (http != null && (tlsCert == null) != (tlsKey == null)) {
            throw new UsageException("--tls-cert and --tls-key belong together: give both");
        }
        if (settings.docker().equals("unix://" + dockerSocket)) {
            var why =
                    "the daemon is at %s: give the herd's own socket another name"
                            .formatted(dockerSocket);
            throw new UsageException(
                    globals.sources()
                            .message("--docker-socket", new IllegalArgumentException(why)));
        }
        if (audit != null && !audit.equals(Audit.LOGGED) && !isWritable(audit.toAbsolutePath())) {
            var why = "cannot write %s: give a file in a directory that is there".formatted(audit);
            throw new UsageException(
                    globals.sources().message("--audit", new IllegalArgumentException(why)));
        }
        try {
            Agent.checkPolicy(settings);
        } catch (IllegalArgumentException e) {
            throw new UsageException(globals.sources().message("--policy", e));
        }
        try {
            Agent.check(settings);
        } catch (IllegalArgumentException e) {
            throw new UsageException(globals.sources().message("--docker", e));
        } catch (JoinException e) {
            throw new JoinException(e.reason(), globals.sources().message("--http", e), e);
        }
        try {
            Agent.checkDockerListen(settings);
        } catch (JoinException e) {
            throw new JoinException(e.reason(), globals.sources().message("--docker-listen", e), e);
        }
    }

    private static boolean isWritable(Path file) {
        var there = Files.exists(file) ? file : file.getParent();
        return there != null && Files.isWritable(there) && !Files.isDirectory(file);
    }

    private static Map<String, String> derived(AgentSettings settings) {
        return Map.of(
                "--name",
                settings.name().value(),
                "--docker",
                settings.docker(),
                "--bind",
                "127.0.0.1:" + HostPort.DEFAULT_PORT,
                "--join",
                "multicast",
                "--deadline",
                Durations.text(settings.timeout()),
                "--socket",
                settings.socket().map(it -> it.path().toString()).orElse(""),
                "--docker-socket",
                settings.dockerSocket().map(it -> it.path().toString()).orElse("off"));
    }

    // DOCKER_HOST is not read here: it is one of the option's own defaults.
    private String endpoint() {
        return docker != null ? docker : "unix:///var/run/docker.sock";
    }
}
