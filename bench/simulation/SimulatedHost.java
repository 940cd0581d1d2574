import io.herd.action.Action.ListContainers;
import io.herd.herd.Herd;
import io.herd.herd.Resolution;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ContainerJson;
import io.herd.model.ContainerRef;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A process with some of the agents. It is told on stdin what to do, a line each, answers each with
 * a line, and ends with stdin.
 *
 * <p>java SimulatedHost DIRECTORY, for the agents' sockets.
 */
final class SimulatedHost {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Selector EVERYONE = new Selector.Everyone();
    private static final int WARM_UP = 50;
    private static final int TIMES = 200;
    // Milliseconds between two looks at an agent's view.
    private static final int LOOK = 5;
    private static final Logger LOG = Logger.getLogger("io.herd");

    private final Path directory;
    private final List<SimulatedAgent> agents = new ArrayList<>();

    private SimulatedHost(Path directory) {
        this.directory = directory;
    }

    public static void main(String... arguments) throws Exception {
        // Otherwise each agent logs each of the others.
        LOG.setLevel(Level.WARNING);
        // It also ends in the middle of something if whoever measures is gone.
        ProcessHandle.current().parent().ifPresent(it -> it.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        var host = new SimulatedHost(Path.of(arguments[0]));
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(host.answer(line.split(" ")));
        }
        // Nobody leaves in good order: that would be another measurement.
        Runtime.getRuntime().halt(0);
    }

    private String answer(String... words) throws Exception {
        return switch (words[0]) {
            case "warm" -> warm(number(words[1]));
            case "start" -> start(number(words[1]), number(words[2]));
            case "await" -> await(number(words[1]), Duration.ofSeconds(number(words[2])));
            case "list" -> measured(() -> list(number(words[1])));
            case "resolve" -> measured(() -> resolve(number(words[1])));
            case "heap" -> heap();
            default -> throw new IllegalArgumentException(String.join(" ", words));
        };
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    /**
     * Forms a herd and leaves it. A real agent does not share its processor with others that start;
     * here one that has nothing compiled would take longer than it looks for others.
     */
    private String warm(int network) throws Exception {
        for (int i = 0; i < 3; i++) {
            agents.add(SimulatedAgent.start(network, i, directory));
        }
        await(3, TIMEOUT);
        agents.forEach(it -> it.agent().close());
        agents.clear();
        return "warm";
    }

    private String start(int first, int count) throws Exception {
        for (int i = first; i < first + count; i++) {
            agents.add(SimulatedAgent.start(SimulatedAgent.NETWORK, i, directory));
        }
        return "started";
    }

    /** Waits until all agents see so many, and says how many do not. */
    private String await(int size, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        int missing = 0;
        for (var agent : agents) {
            while (agent.cluster().members().size() != size && System.nanoTime() < end) {
                Thread.sleep(LOOK);
            }
            missing += agent.cluster().members().size() == size ? 0 : 1;
        }
        return Integer.toString(missing);
    }

    /** A list of all containers as herd ps -a asks for and reads it. */
    private boolean list(int size) throws Exception {
        var answers = herd(agents.getFirst()).ask(EVERYONE, new ListContainers(true, false, Map.of()));
        var lists = ReadAnswers.of(answers, ContainerJson::list);
        return lists.all().stream().mapToInt(List::size).sum() == size * SimulatedAgent.CONTAINERS;
    }

    /** One of the last agent's containers, by its name. */
    private boolean resolve(int size) throws Exception {
        var name = ContainerRef.parse("web-%d-3".formatted(size - 1));
        return herd(agents.getFirst()).resolve(EVERYONE, name) instanceof Resolution.Found;
    }

    private static Herd herd(SimulatedAgent agent) {
        return new Herd(agent.cluster(), TIMEOUT);
    }

    @FunctionalInterface
    private interface Request {
        boolean complete() throws Exception;
    }

    private static String measured(Request request) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            request.complete();
        }
        var times = new double[TIMES];
        int incomplete = 0;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            incomplete += request.complete() ? 0 : 1;
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        return Latency.of(times, incomplete).line();
    }

    /** What is alive on the heap, in bytes. */
    private static String heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return Long.toString(runtime.totalMemory() - runtime.freeMemory());
    }
}
