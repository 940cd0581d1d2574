package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import io.herd.engine.docker.http.Endpoint;
import io.herd.engine.docker.http.SocketTransport;
import io.herd.model.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A dockerd of the test's own, in a network namespace of its own and without networks, with one
 * image, busybox. Needs root. Closing it, or the end of the JVM, leaves nothing behind.
 */
public final class RealDaemon implements AutoCloseable {

    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private final String name =
            "herd-it-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Path run = Path.of("/run", name);
    private final Path data = Path.of("/var/tmp", name);
    private final Thread atExit = new Thread(this::clean);
    private final String engine;
    private String path = "";
    private @Nullable Process process;

    private RealDaemon(String engine) {
        this.engine = engine;
    }

    /** A daemon that answers and has the image. */
    public static RealDaemon launch() throws Exception {
        return launch("installed");
    }

    /**
     * The same of another version.
     *
     * @param engine as for lab/up
     */
    static RealDaemon launch(String engine) throws Exception {
        var daemon = new RealDaemon(engine);
        Runtime.getRuntime().addShutdownHook(daemon.atExit);
        try {
            Files.createDirectories(daemon.run);
            daemon.unpack();
            daemon.start();
            daemon.importBusybox();
            return daemon;
        } catch (Exception | AssertionError e) {
            daemon.close();
            throw e;
        }
    }

    public String endpoint() {
        return "unix://" + run.resolve("s");
    }

    /** docker-java's own commands, which know nothing of our engine. */
    com.github.dockerjava.api.DockerClient client() {
        var endpoint = Endpoint.parse(endpoint());
        return DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(endpoint())
                        .build(),
                new SocketTransport(endpoint));
    }

    /** Returns once it answers. */
    public void start() throws IOException {
        var log = run.resolve("log").toFile();
        try {
            process =
                    new ProcessBuilder(command())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start();
        } catch (IOException e) {
            throw new AssertionError("dockerd cannot be started: run lab/install first", e);
        }
        try (var client = client()) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> alive() && answers(client));
        }
    }

    private void unpack() throws Exception {
        var script = Path.of("..", "lab", "engine").toString();
        var unpacking =
                new ProcessBuilder(script, engine)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = unpacking.inputReader()) {
            path = String.valueOf(out.readLine());
            Files.writeString(run.resolve("daemon.json"), String.valueOf(out.readLine()));
        }
        assertThat(unpacking.waitFor()).as(script + " " + engine).isZero();
    }

    private List<String> command() {
        return List.of(
                "env",
                "PATH=" + path,
                "unshare",
                "--net",
                "dockerd",
                "--config-file=" + run.resolve("daemon.json"),
                "--data-root=" + data,
                "--exec-root=" + run.resolve("x"),
                "--pidfile=" + run.resolve("pid"),
                "--host=" + endpoint(),
                "--iptables=false",
                "--ip6tables=false",
                "--bridge=none");
    }

    /** As systemd does it; its containers are removed before. */
    public void stop() throws Exception {
        removeContainers();
        running().destroy();
        assertThat(running().waitFor(20, TimeUnit.SECONDS)).as("dockerd has stopped").isTrue();
        unmount();
    }

    public void freeze() throws Exception {
        signal("-STOP");
        // The signal is sent, but each thread goes on until it notices.
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(this::isStopped);
    }

    private boolean isStopped() throws IOException {
        var threads = Path.of("/proc", String.valueOf(running().pid()), "task");
        try (var each = Files.list(threads)) {
            for (var thread : each.toList()) {
                var stat = Files.readString(thread.resolve("stat"));
                // The state stands behind the name, which may have spaces and brackets: proc(5).
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
        }
        return true;
    }

    public void thaw() throws Exception {
        signal("-CONT");
    }

    @Override
    public void close() {
        clean();
        // Not while the JVM exits, which is when the hook itself calls.
        if (!Thread.currentThread().equals(atExit)) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void importBusybox() throws Exception {
        if (!Files.isExecutable(BUSYBOX)) {
            throw new AssertionError("there is no " + BUSYBOX + ": run lab/install first");
        }
        var bin = Files.createDirectories(run.resolve("image/bin"));
        Files.copy(BUSYBOX, bin.resolve("busybox"));
        for (var applet : List.of("sh", "sleep", "cat", "echo")) {
            Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
        }
        var tar =
                new ProcessBuilder("tar", "-C", run.resolve("image").toString(), "-c", ".").start();
        // Not by docker-java's own command, which sends an archive as JSON.
        var request =
                Request.builder()
                        .method(Request.Method.POST)
                        .path("/images/create?fromSrc=-&repo=busybox&tag=latest")
                        .body(tar.getInputStream())
                        .build();
        try (var transport = new SocketTransport(Endpoint.parse(endpoint()));
                var response = transport.execute(request, Deadline.in(Duration.ofSeconds(30)))) {
            var answer = new String(response.getBody().readAllBytes(), UTF_8);
            assertThat(answer).contains("sha256:").doesNotContain("error");
        }
    }

    private boolean alive() throws IOException {
        if (running().isAlive()) {
            return true;
        }
        var log = Files.readAllLines(run.resolve("log"));
        throw new AssertionError(
                "dockerd has ended (root and lab/install are needed): "
                        + log.subList(Math.max(0, log.size() - 5), log.size()));
    }

    private static boolean answers(com.github.dockerjava.api.DockerClient client) {
        try {
            client.pingCmd().exec();
            return true;
        } catch (DockerException | UncheckedIOException _) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("it was never started");
        }
        return process;
    }

    private void signal(String signal) throws Exception {
        var pid = String.valueOf(running().pid());
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }

    public void removeContainers() throws Exception {
        try (var client = client()) {
            for (var container : client.listContainersCmd().withShowAll(true).exec()) {
                client.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            }
        }
    }

    // Goes on whatever fails: each step makes the next ones easier, none is needed for them.
    private void clean() {
        if (process != null && process.isAlive()) {
            quietly(this::thaw);
            quietly(this::stop);
        }
        ours().forEach(ProcessHandle::destroyForcibly);
        quietly(() ->
                await().atMost(Duration.ofSeconds(10))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> ours().isEmpty()));
        quietly(this::unmount);
        quietly(() -> delete(run));
        quietly(() -> delete(data));
    }

    /**
     * dockerd, containerd and the shims of containers: all carry our directory in their arguments.
     */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(p -> arguments(p).contains("/" + name + "/"))
                .toList();
    }

    private static String arguments(ProcessHandle process) {
        try {
            var raw = Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())));
            return raw.replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }

    private void unmount() throws Exception {
        var mounts = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            int from = line.indexOf(' ') + 1;
            var point = line.substring(from, line.indexOf(' ', from));
            // The data root itself is one, too: dockerd binds it to itself.
            if (Path.of(point).startsWith(run) || Path.of(point).startsWith(data)) {
                mounts.add(point);
            }
        }
        for (var point : mounts.reversed()) {
            new ProcessBuilder("umount", "-l", point).start().waitFor();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception | AssertionError e) {
            System.err.println("while cleaning up a test's dockerd: " + e);
        }
    }
}
