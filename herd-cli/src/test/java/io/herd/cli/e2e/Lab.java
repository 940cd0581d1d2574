package io.herd.cli.e2e;

import static java.util.stream.Collectors.toMap;

import io.herd.concurrent.Parallel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Three real Docker hosts, of two versions of Docker, with the packaged herd on each, brought up
 * once for all tests and taken down behind the last. A test that breaks something mends it with
 * {@link #mend()}.
 */
public final class Lab implements AutoCloseable {

    static final List<String> HOSTS = List.of("a", "b", "c");

    /** One of them has a newer Docker than the others. */
    private static final String OTHER_ENGINE = System.getProperty("herd.lab.engine", "b=trixie");

    private static final String NAME =
            System.getProperty("herd.lab.name", "e2e") + System.getProperty("herd.lab.suffix", "");

    /**
     * Tag of what is about time: nothing else is tested meanwhile, or agents would be late for each
     * other.
     */
    static final String ALONE = "alone";

    /** Each host has a loopback of its own, so all gateways can have the same port. */
    static final String GATEWAY = "127.0.0.1:8080";

    /** How large its daemons' disks are, if they are to be filled. */
    private static final String DISK = System.getProperty("herd.lab.disk", "");

    private static final Path SCRIPTS = Path.of(System.getProperty("herd.lab"));
    private static final Path HERD = Path.of(System.getProperty("herd.home"), "bin/herd");

    private final String name;
    private final String[] hosts;
    private final Map<String, String> environment = new HashMap<>();
    // The hosts of agents that are frozen, or whose clock is off.
    private final Set<String> unfit = ConcurrentHashMap.newKeySet();

    private Lab(String name, String... hosts) {
        this.name = name;
        this.hosts = hosts;
        environment.put("HERD_LAB", name);
    }

    /**
     * Another lab, for one test class.
     *
     * @param suffix of its name
     * @param hosts as for lab/up
     */
    static Lab another(String suffix, String... hosts) {
        var lab = new Lab(NAME + suffix, hosts);
        lab.up();
        return lab;
    }

    /** Brings up what is missing and waits until all nodes see each other. */
    void up() {
        script("up", hosts).succeeded();
        if (environment.size() == 1) {
            environment.putAll(exports());
        }
    }

    /** Makes good whatever a test has broken, and removes what it has made. */
    void mend() {
        // Thawed, it would take its old view for the herd for some seconds. It may not run any
        // more.
        unfit.forEach(host -> script("agent", host, "kill"));
        unfit.clear();
        up();
        removeAllContainers();
    }

    /** The packaged herd, as a client from this machine. */
    Run.Ended herd(String... arguments) {
        return start(arguments).await();
    }

    /** The same on host a, where the agent does it: at a small part of what it costs to join. */
    Run.Ended ask(String... arguments) {
        return startBeside("a", arguments).await();
    }

    Run startBeside(String host, String... arguments) {
        return Run.start(beside(host), command(HERD.toString(), arguments));
    }

    /** The packaged herd as a client, with more in its environment. */
    Run.Ended herdWith(Map<String, String> more, String... arguments) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return Run.start(all, command(HERD.toString(), arguments)).await();
    }

    Run start(String... arguments) {
        return Run.start(environment, command(HERD.toString(), arguments));
    }

    /**
     * The packaged herd at a terminal of its own, which is the run's stdout.
     *
     * @param arguments as a shell reads them
     * @param pid where the process's id is written to
     */
    Run startAtTerminal(int columns, String arguments, Path pid) {
        var line = "stty cols %d; echo $$ >%s; exec %s %s".formatted(columns, pid, HERD, arguments);
        return Run.start(environment, "script", "-qefc", line, "/dev/null");
    }

    /** What Ctrl-C does. */
    void interrupt(String pid) {
        Run.start(Map.of(), "kill", "-INT", pid).await().succeeded();
    }

    /** The packaged herd at a terminal. */
    Typing type(Map<String, String> more, String arguments) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return Typing.start(all, HERD + " " + arguments);
    }

    /**
     * A script for a client's machine.
     *
     * @param script where {@code $0} is the packaged herd
     */
    Run.Ended bash(String script) {
        return Run.start(environment, "bash", "-c", script, HERD.toString()).await();
    }

    /** The packaged herd with nothing in its environment that would lead it to the lab. */
    Run.Ended herdElsewhere(String... arguments) {
        return Run.start(Map.of(), command(HERD.toString(), arguments)).await();
    }

    Run.Ended docker(String host, String... arguments) {
        return Run.start(
                        Map.of("DOCKER_HOST", "unix://" + socket(host)),
                        command("docker", arguments))
                .await();
    }

    /** A container that prints a line ten times a second. */
    void startTicking(String host, String name) {
        docker(
                        host,
                        "run",
                        "-d",
                        "--name",
                        name,
                        "busybox",
                        "sh",
                        "-c",
                        "while :; do echo tick; usleep 100000; done")
                .succeeded();
    }

    /** Where a host's daemon listens. */
    Path socket(String host) {
        return Path.of("/run/herd-lab", name, host, "docker.sock");
    }

    /** Where a host's agent answers the commands of its host. */
    Path agentSocket(String host) {
        return Path.of("/run/herd-lab", name, host, "herd.sock");
    }

    /** Where all agents note who changes what. */
    Path audit() {
        return Path.of("/run/herd-lab", name, "audit.log");
    }

    Run.Ended agent(String host, String action) {
        switch (action) {
            case "freeze" -> unfit.add(host);
            case "thaw", "kill" -> unfit.remove(host);
            default -> {}
        }
        return script("agent", host, action).succeeded();
    }

    /**
     * Starts a host's agent.
     *
     * @param off how far its clock is off, as of lab/agent
     */
    void startWithClock(String host, String off) {
        unfit.add(host);
        scriptWith(Map.of("HERD_AGENT_CLOCK", off), "", "agent", host, "start").succeeded();
    }

    /** From now on the host's agent does nothing at all. */
    void freeze(String host) {
        agent(host, "freeze");
    }

    void thaw(String host) {
        agent(host, "thaw");
    }

    Run.Ended daemon(String host, String action) {
        return script("daemon", host, action).succeeded();
    }

    Run startOn(String host, String... command) {
        return Run.start(
                environment, command(SCRIPTS.resolve("run").toString(), command(host, command)));
    }

    /** The packaged herd on one of the hosts. */
    Run startHerdOn(String host, String... arguments) {
        return startOn(host, command(HERD.toString(), arguments));
    }

    /** The same with nothing in its environment that would lead it to the lab. */
    Run startHerdAloneOn(String host, String... arguments) {
        var command = new ArrayList<>(List.of("env", "-u", "HERD_JOIN", "-u", "HERD_KEY"));
        command.add(HERD.toString());
        command.addAll(List.of(arguments));
        return startOn(host, command.toArray(String[]::new));
    }

    /**
     * What leads a command to a host's agent, as on that host: it starts much faster than one that
     * joins.
     */
    Map<String, String> beside(String host) {
        return Map.of("HERD_SOCKET", agentSocket(host).toString());
    }

    /** What leads a command to this lab, which it then joins. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    Path herd() {
        return HERD;
    }

    String address(String host) {
        int index = host.charAt(0) - 'a';
        return List.of(environment.getOrDefault("HERD_JOIN", "").split(",")).get(index);
    }

    /** The host's other address, of the other family. */
    String address6(String host) {
        return "fd00:213:" + address(host).replaceFirst(".*[.]([0-9]+)[.]([0-9]+)", "$1::$2");
    }

    String key() {
        return environment.getOrDefault("HERD_KEY", "");
    }

    /** Those that no container uses. */
    void removeAllNetworksAndVolumes() {
        onEach(host -> {
            docker(host, "network", "prune", "-f").succeeded();
            docker(host, "volume", "prune", "-f").succeeded();
        });
    }

    void removeAllContainers() {
        onEach(host -> {
            var ids = docker(host, "ps", "-aq").lines();
            if (!ids.isEmpty()) {
                docker(host, command("rm", command("-f", ids.toArray(String[]::new)))).succeeded();
            }
        });
    }

    // At once, since a daemon mostly waits for what it kills.
    private static void onEach(Consumer<String> what) {
        var _ =
                Parallel.map(
                        HOSTS,
                        host -> {
                            what.accept(host);
                            return host;
                        });
    }

    /** Starts a host's agent anew, with more options; without any it is as all others again. */
    Run.Ended restart(String host, String options) {
        return scriptWith(options, "agent", host, "restart").succeeded();
    }

    Run.Ended script(String name, String... arguments) {
        return scriptWith("", name, arguments);
    }

    private Run.Ended scriptWith(String options, String name, String... arguments) {
        return scriptWith(Map.of(), options, name, arguments);
    }

    private Run.Ended scriptWith(
            Map<String, String> more, String options, String name, String... arguments) {
        var all = new HashMap<>(more);
        all.put("HERD_LAB", this.name);
        all.put("HERD_LAB_DISK", DISK);
        all.put(
                "HERD_AGENT_OPTS",
                "--http %s --http-anonymous root --audit %s %s"
                        .formatted(GATEWAY, audit(), options));
        return Run.start(all, command(SCRIPTS.resolve(name).toString(), arguments)).await();
    }

    private Map<String, String> exports() {
        var evaluated =
                Run.start(
                        Map.of("HERD_LAB", name),
                        "bash",
                        "-c",
                        "eval \"$(\"$0\")\"; env",
                        SCRIPTS.resolve("env").toString());
        return evaluated.await().succeeded().lines().stream()
                .filter(line -> line.startsWith("HERD_"))
                .map(line -> line.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    static String[] command(String first, String... rest) {
        var command = new ArrayList<>(List.of(first));
        command.addAll(Arrays.asList(rest));
        return command.toArray(String[]::new);
    }

    @Override
    public void close() {
        script("down").succeeded();
    }

    /** Hands the one lab to every test that asks for it. */
    public static final class Up implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Lab.class;
        }

        @Override
        public Lab resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(Namespace.create(Lab.class));
            return Optional.ofNullable(store.computeIfAbsent(Lab.class, _ -> fresh(), Lab.class))
                    .orElseThrow();
        }

        // The store closes it when the last test has run.
        private static Lab fresh() {
            var lab = new Lab(NAME, OTHER_ENGINE, "3");
            lab.up();
            return lab;
        }
    }
}
