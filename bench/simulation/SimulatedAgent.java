import io.herd.action.Frame;
import io.herd.agent.Agent;
import io.herd.agent.AgentSettings;
import io.herd.agent.LocalSocket;
import io.herd.cluster.Cluster;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Detection;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.api.ApiOptions;
import io.herd.engine.EngineException;
import io.herd.engine.MemoryEngine;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.TypedLine;
import io.herd.stream.Session;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A whole agent with a daemon in memory, at a loopback address of its own, and its access to the
 * herd as the commands that it runs for its host's users have it.
 */
record SimulatedAgent(Agent agent, Cluster cluster) {

    static final int CONTAINERS = 10;
    static final int NETWORK = 1;

    // All agents share the processors: while 300 form, each waits long for its turn.
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    // Those that the others are told of.
    private static final int KNOWN = 3;

    /**
     * @param network the second byte of its herd's addresses; another one is another herd
     */
    static SimulatedAgent start(int network, int number, Path directory)
            throws JoinException, EngineException, IOException {
        var socket = directory.resolve(network + "-" + number + ".sock");
        var given = new CompletableFuture<Cluster>();
        CommandHandler commands =
                (_, _, cluster, session) -> {
                    given.complete(cluster);
                    session.send(new Frame.Ended());
                };
        var agent = Agent.start(settings(network, number, socket), daemon(number), commands);
        runACommand(socket);
        return new SimulatedAgent(agent, given.join());
    }

    private static HostPort address(int network, int number) {
        return new HostPort(
                "127.%d.%d.%d".formatted(network, number / 250, 1 + number % 250), HostPort.DEFAULT_PORT);
    }

    private static AgentSettings settings(int network, int number, Path socket) {
        var known = IntStream.range(0, KNOWN).mapToObj(it -> address(network, it));
        var cluster =
                new ClusterSettings(
                        "scale-" + network,
                        Optional.of(address(network, number)),
                        known.toList(),
                        Optional.of(new Key("a key for a simulation that nobody else takes part in")),
                        PATIENCE,
                        PATIENCE);
        return new AgentSettings(
                new NodeName("node-" + number),
                "memory",
                cluster,
                Optional.of(new LocalSocket(socket, true)),
                Optional.empty(),
                Optional.empty(),
                ApiOptions.USUAL,
                Optional.empty(),
                List.of(),
                PATIENCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Detection.NORMAL);
    }

    private static MemoryEngine daemon(int number) throws EngineException {
        var daemon = new MemoryEngine("busybox");
        for (int i = 0; i < CONTAINERS; i++) {
            var form = new RawJson("{\"Image\":\"busybox\"}");
            var name = Optional.of("web-%d-%d".formatted(number, i));
            daemon.start(daemon.create(name, form, Deadline.in(PATIENCE)).id(), Deadline.in(PATIENCE));
        }
        return daemon;
    }

    /** Has the agent run a command, so that its handler is given the cluster. */
    private static void runACommand(Path socket) throws IOException {
        var line =
                new TypedLine(
                        "", "", socket.toString(), List.of(), Map.of(), "", "", false, Optional.empty(), false, false);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var session =
                    new Session(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
            session.send(new Frame.Document(Wire.question(new Question.Run(line))));
            if (!(session.receive(Deadline.in(PATIENCE)) instanceof Frame.Ended)) {
                throw new IOException("the agent did not run the command");
            }
        }
    }
}
