package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Handler;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.cluster.Member;
import io.herd.cluster.MemberWatcher;
import io.herd.model.DaemonState;
import io.herd.model.HostPort;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.Version;
import io.herd.stream.Echo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** An agent in a process of its own, which can be killed and frozen. */
final class SpawnedAgent implements AutoCloseable {

    /** How many containers it says it has. */
    static final int CONTAINERS = 7;

    private final Process process;
    private final HostPort address;

    private SpawnedAgent(Process process, HostPort address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @throws IllegalStateException with what it said when it could not join
     */
    static SpawnedAgent start(
            String herd, String name, HostPort at, List<HostPort> join, Optional<Key> key)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SpawnedAgent.class.getName(),
                                herd,
                                name,
                                at.toString(),
                                String.join(",", join.stream().map(HostPort::toString).toList())));
        key.ifPresent(k -> command.add(k.secret()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var line = process.inputReader(UTF_8).readLine();
        if (line == null || !line.startsWith("up ")) {
            process.destroyForcibly();
            throw new IllegalStateException(String.valueOf(line));
        }
        return new SpawnedAgent(process, HostPort.parse(line.substring(3), 0));
    }

    HostPort address() {
        return address;
    }

    void kill() {
        process.destroyForcibly();
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The next line of its output. */
    String said() throws IOException {
        return String.valueOf(process.inputReader(UTF_8).readLine());
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Arguments: herd, name, address, addresses to join at, and the key if there is one. */
    @SuppressWarnings("SystemOut") // It is how the test hears of it.
    public static void main(String[] args) throws InterruptedException {
        var join =
                Stream.of(args[3].split(","))
                        .filter(text -> !text.isEmpty())
                        .map(text -> HostPort.parse(text, 0))
                        .toList();
        var settings =
                new ClusterSettings(
                        args[0],
                        Optional.of(HostPort.parse(args[2], 0)),
                        join,
                        args.length > 4 ? Optional.of(new Key(args[4])) : Optional.empty(),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3));
        try {
            var agent =
                    JGroupsCluster.agent(
                            settings,
                            new NodeName(args[1]),
                            waits(describes(args[1], Members.says(args[1]))),
                            new Echo(),
                            stopsWhenItsNameIsTaken(),
                            Members.QUICK);
            System.out.println("up " + Members.addressOf(agent, args[1]));
            new CountDownLatch(1).await();
        } catch (JoinException e) {
            System.out.println(e.reason() + " " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // It is how the test hears of it.
    private static MemberWatcher stopsWhenItsNameIsTaken() {
        return new MemberWatcher() {
            @Override
            public void nameTaken(Member keeper) {
                System.out.println(keeper.name() + " is at " + keeper.address());
                System.exit(1);
            }
        };
    }

    private static Handler describes(String name, Handler otherwise) {
        var daemon = new DaemonState.Up("27.0", "1.47", CONTAINERS, 0, 0, 1, 1);
        var node =
                new NodeInfo(
                        new NodeName(name), Pool.REGISTERED, Map.of(), Version.CURRENT, daemon);
        return (action, deadline) ->
                action.equals(CallTest.DESCRIBE)
                        ? new Outcome.Done(new Result.Described(node))
                        : otherwise.handle(action, deadline);
    }

    private static Handler waits(Handler otherwise) {
        return (action, deadline) -> {
            if (action.asked().equals(CallTest.WAIT)) {
                LockSupport.parkNanos(deadline.remaining().toNanos());
            }
            return otherwise.handle(action, deadline);
        };
    }
}
