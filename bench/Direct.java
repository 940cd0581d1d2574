import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a client can do at best: parallel calls to all daemons, as many at each as herd makes. */
final class Direct {

    private final List<Daemon> daemons;
    private final String form;
    private final int lanes;

    /**
     * @param form what each container is created of
     */
    Direct(List<Daemon> daemons, String form) throws IOException {
        this.daemons = daemons;
        this.form = form;
        this.lanes = daemons.getFirst().lanes();
    }

    /** Work for one thing at one daemon. */
    private interface Work {
        void on(Daemon daemon, String what) throws IOException;
    }

    /** Creates and starts containers, as many on each daemon. */
    void run(int count) throws Exception {
        var shares = new ArrayList<List<String>>();
        for (int i = 0; i < daemons.size(); i++) {
            int more = i < count % daemons.size() ? 1 : 0;
            shares.add(Collections.nCopies(count / daemons.size() + more, form));
        }
        all(shares, Daemon::run);
    }

    /** Removes all containers of all daemons. */
    void removeAll() throws Exception {
        var shares = new ArrayList<List<String>>();
        for (var daemon : daemons) {
            shares.add(daemon.containers());
        }
        all(shares, Daemon::remove);
    }

    /** Waits until no daemon has a container. */
    void awaitNone(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        for (var daemon : daemons) {
            while (!daemon.containers().isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IOException(daemon + " still has containers");
                }
                Thread.sleep(200);
            }
        }
    }

    private void all(List<List<String>> shares, Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanesOfAll = new ArrayList<Future<?>>();
            for (int i = 0; i < daemons.size(); i++) {
                var daemon = daemons.get(i);
                var open = new ConcurrentLinkedQueue<>(shares.get(i));
                for (int lane = 0; lane < lanes; lane++) {
                    lanesOfAll.add(threads.submit(() -> workOff(open, daemon, work)));
                }
            }
            for (var lane : lanesOfAll) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Void workOff(Queue<String> open, Daemon daemon, Work work) throws IOException {
        for (var next = open.poll(); next != null; next = open.poll()) {
            work.on(daemon, next);
        }
        return null;
    }
}
