package io.herd.cli;

import io.herd.agent.Agent;
import io.herd.agent.AgentSettings;
import io.herd.agent.LocalSocket;
import io.herd.api.ApiOptions;
import io.herd.cli.command.Invocation;
import io.herd.cli.context.CommandContext;
import io.herd.cli.shell.Out;
import io.herd.cli.terminal.ProcessConsole;
import io.herd.cli.training.CannedDaemon;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.Detection;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.engine.docker.DockerEngine;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogManager;

/**
 * Runs the short commands once, with an agent of its own on the loopback interface, so that the JVM
 * can record which classes they need; see lib/train.
 */
final class Training {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final List<String> COMMANDS =
            List.of(
                    "node ls",
                    "ps -a",
                    "ps --json",
                    "images",
                    "container inspect web",
                    "container start web",
                    "container create --image busybox --dry-run",
                    "logs nobody");

    private static final List<String> REQUESTS =
            List.of(
                    "HEAD /_ping",
                    "GET /v1.41/containers/json?all=1",
                    "GET /v1.41/containers/web/json",
                    "GET /v1.41/containers/web/logs");

    private final Path directory;
    private final Path key;
    private final Path dockerApi;
    private final HostPort address;

    private Training(Path directory) throws IOException {
        this.directory = directory;
        this.key = directory.resolve("key");
        this.dockerApi = directory.resolve("herd-docker.sock");
        try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            address = new HostPort("127.0.0.1", probe.getLocalPort());
        }
    }

    public static void main(String... none) throws IOException, JoinException {
        // The agent's log is not wanted.
        LogManager.getLogManager().reset();
        var directory = Files.createTempDirectory("herd-training");
        try {
            new Training(directory).run();
        } finally {
            for (var name :
                    List.of(
                            "docker.sock",
                            "herd.sock",
                            "herd-docker.sock",
                            "herd.members",
                            "key")) {
                Files.deleteIfExists(directory.resolve(name));
            }
            Files.delete(directory);
        }
        // Ends at once, whatever still runs.
        System.exit(0);
    }

    private void run() throws IOException, JoinException {
        var docker = directory.resolve("docker.sock");
        typed("key new " + key);
        // As users start it, or each command would have to open the jar for what is not learnt.
        // What it prints, lib/train keeps to itself.
        int _ = Main.run("version");
        typed("--help");
        typed("node ls --nonsense");
        try (var _ = CannedDaemon.at(docker);
                var _ =
                        Agent.start(
                                agent(),
                                DockerEngine.at("unix://" + docker),
                                CommandHandler.NONE)) {
            for (var command : COMMANDS) {
                typed(command + " --socket " + directory.resolve("herd.sock"));
                typed(command + " --join " + address + " --key " + key);
            }
            for (var request : REQUESTS) {
                CannedDaemon.ask(dockerApi, request);
            }
        }
    }

    private static void typed(String line) {
        var invocation =
                new Invocation(
                        Main::connect,
                        new CommandContext(
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new ProcessConsole(false, false),
                                Optional.empty()),
                        line.split(" "));
        var nowhere = OutputStream.nullOutputStream();
        var _ = new Out(nowhere, nowhere, false).print(invocation, invocation.run(), 0);
    }

    private AgentSettings agent() throws IOException {
        return new AgentSettings(
                new NodeName("training"),
                "unix://" + directory.resolve("docker.sock"),
                new ClusterSettings(
                        "herd",
                        Optional.of(address),
                        List.of(),
                        Optional.of(new Key(Files.readString(key).strip())),
                        LONG_ENOUGH,
                        LONG_ENOUGH),
                Optional.of(new LocalSocket(directory.resolve("herd.sock"), true)),
                Optional.of(new LocalSocket(dockerApi, true)),
                Optional.empty(),
                ApiOptions.USUAL,
                Optional.empty(),
                List.of(),
                LONG_ENOUGH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Detection.NORMAL);
    }
}
