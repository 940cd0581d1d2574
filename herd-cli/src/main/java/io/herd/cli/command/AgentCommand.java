package io.herd.cli.command;

import io.herd.agent.Agent;
import io.herd.agent.AgentSettings;
import io.herd.cli.render.Report;
import io.herd.cluster.HostPort;
import io.herd.model.NodeName;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "agent",
        description =
                "Run beside the Docker daemon of this host, as a member of the herd, until it is told to stop.")
final class AgentCommand implements Callable<Report> {

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
            names = "--http",
            paramLabel = "ADDR:PORT",
            converter = Converters.Http.class,
            description =
                    "Answer HTTP there, for the whole herd; a loopback address. Without it nothing is opened.")
    @Nullable HostPort http;

    private final Globals globals;

    AgentCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var node = name == null ? new NodeName(InetAddress.getLocalHost().getHostName()) : name;
        Agent.run(
                new AgentSettings(
                        node,
                        endpoint(),
                        globals.settings(HostPort.DEFAULT_PORT),
                        Optional.ofNullable(http),
                        globals.surroundings().templateDirectories(List.of()),
                        globals.timeout()));
        return Report.text("");
    }

    private String endpoint() {
        return docker != null
                ? docker
                : globals.surroundings()
                        .variable("DOCKER_HOST")
                        .orElse("unix:///var/run/docker.sock");
    }
}
