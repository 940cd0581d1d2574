package io.herd.cli.e2e;

import static java.util.stream.Collectors.toMap;

import io.herd.cli.faults.Fault;
import io.herd.cli.faults.History;
import io.herd.cli.faults.History.AgentState;
import io.herd.cli.faults.History.Call;
import io.herd.cli.faults.History.Healing;
import io.herd.cli.faults.History.There;
import io.herd.cli.faults.Schedule;
import io.herd.cli.faults.Work.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One run of a schedule on a real herd. */
final class FaultRun {

    // Longer than the rule allows, so that it is seen how long it took.
    private static final long HEALING = 40_000;
    // How far it is off.
    private static final String CLOCK = "+1h";
    private static final Duration SLOW = Duration.ofMillis(700);

    private final Lab lab;
    private final Schedule schedule;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, SlowDaemon> slow = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();

    private FaultRun(Lab lab, Schedule schedule) {
        this.lab = lab;
        this.schedule = schedule;
    }

    static History of(Lab lab, Schedule schedule) throws InterruptedException, ExecutionException {
        lab.mend();
        var before = processes(lab);
        return new FaultRun(lab, schedule).history(before);
    }

    private History history(Map<String, Agent> before)
            throws InterruptedException, ExecutionException {
        var healing = breakAndHeal();
        var repeated = repeat();
        return new History(
                schedule.seed(),
                List.copyOf(faults),
                List.copyOf(calls),
                repeated,
                there(),
                healing,
                states(before));
    }

    /** Clients go on while the herd heals, and longer. */
    private Healing breakAndHeal() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var breaking = new ArrayList<Future<?>>();
            Lab.HOSTS.forEach(host -> breaking.add(threads.submit(() -> breakThings(host))));
            var working = new ArrayList<Future<?>>();
            schedule.work().forEach((way, _) -> working.add(threads.submit(() -> work(way))));
            await(breaking);
            var healing = heal();
            await(working);
            return healing;
        }
    }

    private static void await(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (var each : all) {
            each.get();
        }
    }

    private long now() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void work(Way way) {
        var client = new FaultClient(lab, way, schedule.seed(), this::now);
        for (var work : schedule.work().get(way)) {
            if (now() > Schedule.LENGTH) {
                return;
            }
            calls.add(client.work(work));
        }
    }

    private void breakThings(String host) {
        for (var fault : schedule.faults()) {
            if (fault.host().equals(host)) {
                sleepUntil(fault.from());
                int from = (int) now();
                breakIt(fault);
                sleepUntil(fault.until());
                mendIt(fault);
                faults.add(new Fault(fault.kind(), host, from, (int) now() - from));
            }
        }
    }

    private void sleepUntil(int moment) {
        LockSupport.parkNanos(Math.max(0, moment - now()) * 1_000_000);
    }

    private void breakIt(Fault fault) {
        var host = fault.host();
        switch (fault.kind()) {
            case AGENT_KILLED -> lab.agent(host, "kill");
            case AGENT_STOPPED -> lab.script("agent", host, "stop");
            case AGENT_FROZEN -> lab.agent(host, "freeze");
            case DESCRIPTORS -> AgentProcess.of(lab, host).denyDescriptors();
            case CLOCK -> {
                lab.agent(host, "kill");
                lab.startWithClock(host, CLOCK);
            }
            case DAEMON_KILLED -> lab.daemon(host, "kill");
            case DAEMON_FROZEN -> lab.daemon(host, "freeze");
            case DAEMON_SLOW -> slow.put(host, SlowDaemon.at(lab.socket(host), SLOW));
            case DISK_FULL -> lab.script("disk", host, "full").succeeded();
            case CUT, DEAF, MUTE, LOSSY, SLOW -> link(fault);
        }
    }

    private void mendIt(Fault fault) {
        var host = fault.host();
        switch (fault.kind()) {
            case AGENT_KILLED, AGENT_STOPPED -> lab.agent(host, "start");
            case AGENT_FROZEN -> lab.agent(host, "thaw");
            case DESCRIPTORS -> AgentProcess.of(lab, host).allowDescriptors();
            case CLOCK -> {
                lab.agent(host, "kill");
                lab.agent(host, "start");
            }
            case DAEMON_KILLED -> lab.daemon(host, "start");
            case DAEMON_FROZEN -> lab.daemon(host, "thaw");
            case DAEMON_SLOW -> slow.remove(host).close();
            case DISK_FULL -> lab.script("disk", host, "free").succeeded();
            case CUT, DEAF, MUTE, LOSSY, SLOW -> lab.script("link", host, "mend").succeeded();
        }
    }

    private void link(Fault fault) {
        lab.script("link", fault.host(), fault.kind().name().toLowerCase(Locale.ROOT)).succeeded();
    }

    private Healing heal() {
        long mended = now();
        waitFor(() -> Lab.HOSTS.stream().allMatch(host -> view(host).equals(Lab.HOSTS)), HEALING);
        long took = now() - mended;
        return new Healing(took, Lab.HOSTS.stream().collect(toMap(host -> host, this::view)));
    }

    private List<String> view(String host) {
        var seen = lab.startBeside(host, "node", "ls", "-q").await();
        return seen.exit() == 0 ? seen.lines() : List.of(seen.err());
    }

    private List<Call> repeat() {
        var client = new FaultClient(lab, Way.JOINED, schedule.seed(), this::now);
        return calls.stream()
                .filter(call -> !call.request().isEmpty() && call.answer().exit() != 0)
                .map(client::again)
                .toList();
    }

    private Map<String, List<There>> there() {
        var there = new TreeMap<String, List<There>>();
        for (var host : Lab.HOSTS) {
            var format =
                    "{{.ID}}\t{{.Names}}\t{{.Label \"herd.request\"}}\t{{.Label \"herd.instance\"}}";
            there.put(
                    host,
                    lab
                            .docker(host, "ps", "-a", "--no-trunc", "--format", format)
                            .succeeded()
                            .lines()
                            .stream()
                            .map(line -> line.split("\t", -1))
                            .map(it -> new There(it[0], it[1], it[2], it[3]))
                            .toList());
        }
        return there;
    }

    /** An agent's process, at one moment. */
    private record Agent(long pid, int descriptors, int threads) {

        static Agent of(Lab lab, String host) {
            var process = AgentProcess.of(lab, host);
            return new Agent(
                    Long.parseLong(process.pid()), process.descriptors(), process.threads());
        }
    }

    private static Map<String, Agent> processes(Lab lab) {
        return Lab.HOSTS.stream().collect(toMap(host -> host, host -> Agent.of(lab, host)));
    }

    private Map<String, AgentState> states(Map<String, Agent> before) {
        var after = processes(lab);
        var states = new TreeMap<String, AgentState>();
        before.forEach((host, was) -> {
            var is = after.get(host);
            states.put(
                    host,
                    new AgentState(
                            List.of(was.pid(), is.pid()),
                            schedule.faults().stream().anyMatch(it -> restarts(it, host)),
                            List.of(was.descriptors(), is.descriptors()),
                            List.of(was.threads(), is.threads())));
        });
        return states;
    }

    private static boolean restarts(Fault fault, String host) {
        return fault.host().equals(host) && fault.kind().restarts();
    }

    /** Whether it became true in this time, in ms. */
    static boolean waitFor(BooleanSupplier what, long atMost) {
        long end = System.nanoTime() + atMost * 1_000_000;
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return true;
    }
}
