import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A herd of some size, brought up, measured and ended. */
final class Simulation implements AutoCloseable {

    private static final int IN_A_PROCESS = 50;
    // There is one between every two agents, and often a process may have 20,000 files open. While they
    // form, there are more.
    private static final int CONNECTIONS_IN_A_PROCESS = 9_000;
    // Seconds.
    private static final int PATIENCE = 600;
    private static final int REST = 30;

    private final int size;
    private final Path directory;
    private final List<HostProcess> hosts = new ArrayList<>();

    Simulation(int size, Path directory) {
        this.size = size;
        this.directory = directory;
    }

    Measured measure() throws IOException, InterruptedException {
        double formed = form();
        say("formed in %.1f s", formed);
        var list = Latency.parse(hosts.getFirst().ask("list " + size).join());
        say("list %s", list);
        var resolve = Latency.parse(hosts.getLast().ask("resolve " + size).join());
        say("resolve %s", resolve);
        double processor = processor();
        long sent = sent();
        Thread.sleep(REST * 1_000L);
        sent = sent() - sent;
        processor = processor() - processor;
        say("at rest %d bytes, %.1f s of processor time", sent, processor);
        double heap = all("heap").stream().mapToDouble(Double::parseDouble).sum();
        double resident = 0;
        for (var host : hosts) {
            resident += host.resident();
        }
        var one = new HostProcess(directory);
        double join = join(one);
        say("join %.2f s", join);
        double kill = kill(one);
        say("kill %.2f s", kill);
        return new Measured(
                size,
                formed,
                list,
                resolve,
                join,
                kill,
                (double) sent / REST / size,
                processor / REST / size,
                resident / size,
                heap / size);
    }

    private double form() throws IOException {
        int inAProcess = Math.min(IN_A_PROCESS, CONNECTIONS_IN_A_PROCESS / size);
        for (int first = 0; first < size; first += inAProcess) {
            hosts.add(new HostProcess(directory));
            hosts.getLast().ask("warm " + (SimulatedAgent.NETWORK + hosts.size())).join();
        }
        long begun = System.nanoTime();
        hosts.getFirst().ask("start 0 1").join();
        var starting = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < hosts.size(); i++) {
            int first = Math.max(1, i * inAProcess);
            int end = Math.min(size, (i + 1) * inAProcess);
            starting.add(hosts.get(i).ask("start %d %d".formatted(first, end - first)));
        }
        starting.forEach(CompletableFuture::join);
        say("started after %.1f s", since(begun));
        awaitAll(size);
        return since(begun);
    }

    private double join(HostProcess one) {
        one.ask("warm " + (SimulatedAgent.NETWORK + hosts.size() + 1)).join();
        long begun = System.nanoTime();
        one.ask("start %d 1".formatted(size)).join();
        awaitAll(size + 1);
        return since(begun);
    }

    private double kill(HostProcess one) {
        long begun = System.nanoTime();
        one.close();
        awaitAll(size);
        return since(begun);
    }

    private void awaitAll(int seen) {
        int missing = all("await %d %d".formatted(seen, PATIENCE)).stream().mapToInt(Integer::parseInt).sum();
        if (missing > 0) {
            throw new IllegalStateException(
                    "%d agents do not see %d after %d s".formatted(missing, seen, PATIENCE));
        }
    }

    private List<String> all(String what) {
        var asked = hosts.stream().map(host -> host.ask(what)).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private double processor() throws IOException {
        double sum = 0;
        for (var host : hosts) {
            sum += host.processor();
        }
        return sum;
    }

    /** What was sent over the loopback interface so far, in bytes. */
    private static long sent() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/net/dev"))) {
            if (line.strip().startsWith("lo:")) {
                return Long.parseLong(line.substring(line.indexOf(':') + 1).strip().split(" +")[0]);
            }
        }
        throw new IOException("there is no loopback interface");
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void say(String format, Object... values) {
        System.err.println(size + " agents: " + format.formatted(values));
    }

    @Override
    public void close() {
        hosts.forEach(HostProcess::close);
    }
}
