import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Times many containers at once: herd's command from Enter to prompt, beside Swarm and beside the
 * smallest client on the same daemons, in turn. Writes a table and a plot of the ratios.
 *
 * <p>java Bulk.java ROUNDS DIRECTORY HERD DOCKER SOCKET…: herd and docker are a shell's commands, docker
 * speaks to a manager of a swarm of all the daemons at the sockets.
 */
final class Bulk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final double OF_DIRECT = 1.1;
    private static final double OF_SWARM = 0.9;
    private static final String FORM =
            "{\"Image\":\"busybox\",\"Cmd\":[\"sleep\",\"3600\"],\"HostConfig\":{\"NetworkMode\":\"host\"}}";

    private final String herd;
    private final String docker;
    private final List<Daemon> daemons;
    private final Direct direct;

    private Bulk(String herd, String docker, List<Daemon> daemons) throws IOException {
        this.herd = herd;
        this.docker = docker;
        this.daemons = daemons;
        this.direct = new Direct(daemons, FORM);
    }

    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        var directory = Files.createDirectories(Path.of(arguments[1]));
        var daemons = Stream.of(arguments).skip(4).map(Path::of).map(Daemon::new).toList();
        var bulk = new Bulk(arguments[2], arguments[3], daemons);
        bulk.direct.removeAll();
        bulk.beside(30, 1); // nobody is cold
        var all = new ArrayList<Pairs.Measured>();
        all.addAll(bulk.beside(30, rounds));
        all.addAll(bulk.beside(150, rounds));
        all.forEach(it -> System.out.println(Pairs.row(it)));
        var slow = bulk.slow(2 * rounds + 1, rounds);
        slow.forEach(it -> System.out.println(Pairs.row(it)));
        var title = "Many containers at once";
        Files.writeString(directory.resolve("bulk.md"), text(title, rounds, all, slow));
        Files.writeString(directory.resolve("bulk.svg"), Pairs.plot(title, all));
    }

    /** All that is compared for one number of containers. */
    private List<Pairs.Measured> beside(int count, int rounds) throws Exception {
        var times = new double[5][rounds];
        for (int i = 0; i < rounds; i++) {
            times[0][i] = create(count);
            times[1][i] = remove();
            times[2][i] = timed(() -> direct.run(count));
            times[3][i] = timed(direct::removeAll);
            times[4][i] = swarm(count);
            System.err.printf("%d: %s%n", count, row(times, i));
        }
        var create = "create -n %d --start".formatted(count);
        return List.of(
                Pairs.Measured.of(create + ", direct calls", OF_DIRECT, times[0], times[2]),
                Pairs.Measured.of(create + ", Swarm", OF_SWARM, times[0], times[4]),
                Pairs.Measured.of("rm -f of %d, direct calls".formatted(count), OF_DIRECT, times[1], times[3]));
    }

    private static List<Long> row(double[][] times, int round) {
        return Arrays.stream(times).map(it -> Math.round(it[round])).toList();
    }

    private double create(int count) throws Exception {
        return timed(() -> shell(herd + " create -n " + count + " --start --network host busybox sleep 3600"));
    }

    private double remove() throws Exception {
        var ids = shell(herd + " ps -aq").replace('\n', ' ');
        return timed(() -> shell(herd + " rm -f " + ids));
    }

    /** Until the last container has started, which is before Swarm itself says so. */
    private double swarm(int count) throws Exception {
        var started = new CountDownLatch(count);
        var events = new ArrayList<AutoCloseable>();
        for (var daemon : daemons) {
            events.add(daemon.onStart(started));
        }
        var service =
                " service create --detach --no-resolve-image --restart-condition none --stop-signal KILL --network host"
                        + " --name bulk --replicas " + count + " busybox sleep 3600";
        double time = timed(() -> {
            shell(docker + service);
            if (!started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("%d of %d have not started:%n%s".formatted(
                        started.getCount(), count, shell(docker + " service ps --no-trunc bulk")));
            }
        });
        for (var connection : events) {
            connection.close();
        }
        shell(docker + " service rm bulk");
        direct.awaitNone(PATIENCE);
        return time;
    }

    /** What answers cost while the last daemon is slow, beside the same while it is not. */
    private List<Pairs.Measured> slow(int runs, int rounds) throws Exception {
        create(30);
        var container = daemons.getFirst().containers().getFirst().substring(0, 12);
        var commands =
                List.of("node ls", "ps", "inspect " + container, "kill -s CONT " + container);
        var quick = new ArrayList<double[]>();
        for (var command : commands) {
            quick.add(times(command, runs));
        }
        var measured = new ArrayList<Pairs.Measured>();
        var creation = new double[4][rounds];
        try (var _ = new Slowness(daemons.getLast().socket(), SLOW)) {
            for (int i = 0; i < commands.size(); i++) {
                measured.add(Pairs.Measured.of(
                        commands.get(i).replace(container, "CONTAINER of a quick one"), 0,
                        times(commands.get(i), runs), quick.get(i)));
            }
            remove();
            for (int i = 0; i < rounds; i++) {
                creation[0][i] = create(30);
                creation[1][i] = remove();
                creation[2][i] = timed(() -> direct.run(30));
                creation[3][i] = timed(direct::removeAll);
            }
        }
        measured.add(Pairs.Measured.of("create -n 30 --start, direct calls", 0, creation[0], creation[2]));
        measured.add(Pairs.Measured.of("rm -f of 30, direct calls", 0, creation[1], creation[3]));
        return measured;
    }

    private double[] times(String command, int runs) throws Exception {
        shell(herd + " " + command);
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            times[i] = timed(() -> shell(herd + " " + command));
        }
        return times;
    }

    /** Anything that takes time. */
    private interface Step {
        void take() throws Exception;
    }

    private static double timed(Step step) throws Exception {
        long started = System.nanoTime();
        step.take();
        return (System.nanoTime() - started) / 1e6;
    }

    /** What the command writes. */
    private static String shell(String command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("timeout", "" + PATIENCE.toSeconds(), "sh", "-c", "exec " + command + " </dev/null")
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ":\n" + said);
        }
        return said;
    }

    private static String text(
            String title, int rounds, List<Pairs.Measured> all, List<Pairs.Measured> slow) {
        var text = new StringBuilder("# %s%n%n".formatted(title));
        text.append("""
                Medians of %d paired runs on three hosts; the range is that of the middle half of the ratios. herd is the \
                whole command; direct calls are those of a client that is already running, on as many connections as herd \
                uses; Swarm is timed until the last container has started.

                | work, peer | herd | peer | ratio | range | goal |
                | --- | --- | --- | --- | --- | --- |
                """.formatted(rounds));
        all.forEach(it -> text.append(Pairs.row(it)).append('\n'));
        text.append("""

                With one daemon that takes %d ms longer for each request; the peer is the same command while no daemon is \
                slow, or direct calls to the same slow daemon.

                | work, peer | herd | peer | ratio | range | |
                | --- | --- | --- | --- | --- | --- |
                """.formatted(SLOW.toMillis()));
        slow.forEach(it -> text.append(Pairs.row(it)).append('\n'));
        return text.toString();
    }
}
