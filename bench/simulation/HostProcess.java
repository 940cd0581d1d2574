import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A process with agents, as whoever measures speaks to it. */
final class HostProcess implements AutoCloseable {

    // Bytes of a page, and ticks of a second, of Linux on common processors.
    private static final long PAGE = 4_096;
    private static final double TICKS = 100;
    // Fields of /proc/PID/stat after the name.
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int RESIDENT = 21;

    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;

    HostProcess(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = System.getProperty("host.options", "").split(" ");
        var command = new ArrayList<>(List.of(java, "-Xmx2g"));
        command.addAll(List.of(options).stream().filter(it -> !it.isEmpty()).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "SimulatedHost", directory.toString()));
        process =
                new ProcessBuilder(command)
                        .redirectError(Files.createTempFile(directory, "host", ".log").toFile())
                        .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        in = new PrintStream(process.getOutputStream(), true);
    }

    /** Has it do something; answers when that is done. */
    CompletableFuture<String> ask(String what) {
        return CompletableFuture.supplyAsync(() -> answer(what), task -> Thread.ofVirtual().start(task));
    }

    private synchronized String answer(String what) {
        in.println(what);
        try {
            var line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "the agents' process %d has ended with %d after being told to %s: see its log"
                                .formatted(process.pid(), process.waitFor(), what));
            }
            return line;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(what, e);
        }
    }

    /** Processor time so far, in seconds. */
    double processor() throws IOException {
        var fields = stat();
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    }

    /** Resident memory in bytes. */
    long resident() throws IOException {
        return Long.parseLong(stat()[RESIDENT]) * PAGE;
    }

    private String[] stat() throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    /** Kills it, and with it its agents. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
