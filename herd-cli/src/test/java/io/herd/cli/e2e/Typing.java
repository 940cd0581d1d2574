package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a terminal, here a pseudo-terminal of script(1), and somebody who types there. */
final class Typing implements AutoCloseable {

    static final String ENTER = "\r";
    static final String TAB = "\t";
    static final String CTRL_C = "\u0003";
    static final String RIGHT = "\u001bOC";
    static final String CTRL_BACKSLASH = "\u001c";
    static final String CTRL_D = "\u0004";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Process process;
    private final Path screen;
    private int looked;

    private Typing(Process process, Path screen) {
        this.process = process;
        this.screen = screen;
    }

    /**
     * @param command one, for a shell
     */
    static Typing start(Map<String, String> environment, String command) {
        try {
            var screen = Files.createTempFile("herd", ".screen");
            var builder =
                    new ProcessBuilder(
                                    "script",
                                    "--quiet",
                                    "--flush",
                                    "--return",
                                    "--command",
                                    // Not below the shell: some shells count a Ctrl-C as their own.
                                    "stty rows 30 columns 120; exec " + command,
                                    "/dev/null")
                            .redirectErrorStream(true)
                            .redirectOutput(screen.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HERD_"));
            builder.environment().putAll(environment);
            return new Typing(builder.start(), screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types these keys, and from now on looks only at what is shown in answer to them. */
    void type(String keys) {
        looked = bytes().length;
        try {
            process.getOutputStream().write(keys.getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is shown. */
    void shows(String text) {
        await().atMost(SOON).until(this::shown, shown -> shown.contains(text));
    }

    /** What was shown since the last keys: without colours, and as if nothing was ever erased. */
    String shown() {
        var bytes = bytes();
        return new String(bytes, looked, bytes.length - looked, UTF_8)
                .replaceAll("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])", "");
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; returns its exit code. */
    int exit() {
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + shown());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From now on what runs here does nothing at all. */
    void freeze() {
        process.descendants().forEach(one -> signal("STOP", one.pid()));
    }

    void thaw() {
        process.descendants().forEach(one -> signal("CONT", one.pid()));
        // It has stopped along with what runs in it.
        signal("CONT", process.pid());
    }

    private static void signal(String name, long pid) {
        Run.start(Map.of(), "kill", "-" + name, String.valueOf(pid)).await().succeeded();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
