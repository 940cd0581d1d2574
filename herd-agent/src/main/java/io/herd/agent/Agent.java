package io.herd.agent;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Outcome;
import io.herd.audit.Audit;
import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.JoinException;
import io.herd.cluster.Member;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.Roster;
import io.herd.cluster.jgroups.JGroupsCluster;
import io.herd.engine.Engine;
import io.herd.engine.docker.DockerEngine;
import io.herd.guard.Guard;
import io.herd.model.Deadline;
import io.herd.users.PolicyFile;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The long-running agent beside one Docker daemon: it joins the herd and carries out actions until
 * it is closed. Composition root of the daemon.
 */
public final class Agent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    private static final Duration SELF_TEST = Duration.ofSeconds(5);

    private final AgentSettings settings;
    private final Engine engine;
    private final PolicyFile policy;
    private final Guard guard;
    private final EventWatcher tracker;
    private final Optional<MembersFile> members;
    private final CompletableFuture<Member> nameTaken = new CompletableFuture<>();
    private final Cluster cluster;
    private final LocalStreams streams;
    private final Doors doors;

    private Agent(AgentSettings settings, Engine engine, Doors doors) throws JoinException {
        this.settings = settings;
        this.engine = engine;
        this.doors = doors;
        this.members = MembersFile.of(settings, System.getenv());
        var counts = new DaemonInfoCache(engine);
        var node = new LocalNode(settings.name(), engine, settings.labels(), counts);
        this.tracker = new EventWatcher(engine, counts, settings.docker());
        var audit =
                settings.audit()
                        .map(file -> new Audit(file, settings.name(), InstantSource.system()));
        this.policy = PolicyFile.of(settings.policy());
        this.guard = new Guard(settings.name(), engine, policy, audit.isPresent());
        this.streams = new LocalStreams(settings.name(), engine, guard, audit, settings.timeout());
        var surveyor = new ConnectivityProbe(settings.name(), settings.cluster(), node);
        var herd =
                JGroupsCluster.agent(
                        settings.cluster(),
                        settings.name(),
                        new GuardedNode(surveyor, guard, audit),
                        streams,
                        new Watcher(),
                        settings.detection());
        surveyor.joined(herd);
        streams.joined(herd);
        this.cluster = herd;
    }

    /**
     * Runs an agent in this process until the process is told to end.
     *
     * @param commands runs commands of this host's users
     * @param hangups is given what is to be done when the process is told to read its files again
     * @param remarks lines to log first
     * @throws JoinException when it cannot join, or must leave because its name is taken
     * @throws IllegalArgumentException when the daemon's endpoint is invalid
     */
    public static void run(
            AgentSettings settings,
            CommandHandler commands,
            Consumer<Runnable> hangups,
            String... remarks)
            throws JoinException {
        JournaldFormatter.open(System.getenv());
        Thread.setDefaultUncaughtExceptionHandler(new Unforeseen());
        for (var remark : remarks) {
            LOG.log(Level.INFO, "{0}", remark);
        }
        try (var systemd = Systemd.of(System.getenv(), ProcessHandle.current().pid());
                var agent = start(settings, DockerEngine.at(settings.docker()), commands)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("herd-stop")
                                    .unstarted(() -> agent.stop(systemd)));
            hangups.accept(agent.policy::reload);
            systemd.ready(agent::answersItself);
            SmallHeap.keep();
            var other = agent.nameTaken.join();
            throw new JoinException(
                    JoinException.Reason.NAME_TAKEN,
                    "another node named '%s' came into the herd, at %s: choose another --name"
                            .formatted(settings.name(), other.address()));
        }
    }

    /**
     * Checks the settings, without connecting to anything.
     *
     * @throws IllegalArgumentException when the daemon's endpoint is invalid
     * @throws JoinException when the HTTP address is not allowed
     */
    public static void check(AgentSettings settings) throws JoinException {
        DockerEngine.at(settings.docker()).close();
        var _ = Doors.http(settings);
    }

    /**
     * Checks where the Docker API is to be served.
     *
     * @throws JoinException when that is not allowed
     */
    public static void checkDockerListen(AgentSettings settings) throws JoinException {
        var _ = Doors.docker(settings);
    }

    /**
     * Checks who may do what.
     *
     * @throws IllegalArgumentException when that cannot be read
     */
    public static void checkPolicy(AgentSettings settings) {
        var _ = PolicyFile.of(settings.policy());
    }

    /**
     * Joins the herd as the node of this daemon and starts to serve.
     *
     * @param commands runs commands of this host's users
     */
    public static Agent start(AgentSettings settings, Engine engine, CommandHandler commands)
            throws JoinException {
        // First, because a bad address must be refused before the herd sees a new node.
        var doors = Doors.of(settings);
        var agent = new Agent(settings, engine, doors);
        agent.greet();
        agent.tracker.start();
        try {
            doors.open(agent.cluster, agent.streams, agent.guard, commands);
        } catch (JoinException e) {
            agent.close();
            throw e;
        }
        return agent;
    }

    private void greet() {
        var roster = cluster.roster();
        var members = roster.members();
        LOG.log(
                Level.INFO,
                "joined herd ''{0}'' as ''{1}'' at {2}; its nodes: {3}",
                settings.cluster().herd(),
                settings.name(),
                members.stream()
                        .filter(member -> member.name().equals(settings.name()))
                        .map(Member::address)
                        .findFirst()
                        .orElse("?"),
                members.stream().map(member -> member.name().value()).collect(joining(", ")));
        if (members.size() == 1 && !roster.gone().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "founded herd ''{0}'' alone; it had these nodes, too: {1}",
                    settings.cluster().herd(),
                    roster.gone().stream().map(it -> it.name().value()).collect(joining(", ")));
        }
    }

    /**
     * Whether this agent is in the herd and answers a request to itself. A daemon that is down or
     * hangs does not count as a failure: restarting the agent would not mend it.
     */
    boolean answersItself() {
        return switch (cluster.send(settings.name(), new DescribeNode(), Deadline.in(SELF_TEST))) {
            case Outcome.Done _ -> true;
            case Outcome.Refused _, Outcome.Failed _, Outcome.Unreachable _, Outcome.TimedOut _ ->
                    false;
        };
    }

    /** Leaves the herd in good order when the process is ending, and ends it with exit code 0. */
    private void stop(Systemd systemd) {
        LOG.log(Level.INFO, "leaving herd ''{0}''", settings.cluster().herd());
        systemd.stopping();
        close();
        // Ended by a signal, the JVM would exit with 143, which systemd and scripts take for a
        // failure.
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        doors.close();
        cluster.close();
        tracker.close();
        engine.close();
    }

    private final class Watcher implements MemberWatcher {

        @Override
        public void joined(Member member) {
            LOG.log(Level.INFO, "node ''{0}'' at {1} has joined", member.name(), member.address());
        }

        @Override
        public void gone(Member member) {
            LOG.log(Level.INFO, "node ''{0}'' at {1} is gone", member.name(), member.address());
        }

        @Override
        public void nameTaken(Member by) {
            nameTaken.complete(by);
        }

        @Override
        public void note(Roster roster) {
            members.ifPresent(it -> it.write(roster));
        }

        @Override
        public List<Member> noted() {
            return members.map(MembersFile::read).orElse(List.of());
        }
    }
}
