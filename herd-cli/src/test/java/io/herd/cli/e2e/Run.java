package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process under test; whatever happens it is killed when it has had a minute. */
final class Run implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Process process;
    private final Path out;
    private final Path err;
    private final long started = System.nanoTime();

    private Run(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What came of it. */
    record Ended(int exit, String out, String err, Duration took) {

        List<String> lines() {
            return out.lines().toList();
        }

        Ended succeeded() {
            assertThat(exit).as(out + err).isZero();
            return this;
        }
    }

    static Run start(Map<String, String> environment, String... command) {
        try {
            var out = Files.createTempFile("herd", ".out");
            var err = Files.createTempFile("herd", ".err");
            out.toFile().deleteOnExit();
            err.toFile().deleteOnExit();
            var builder =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("HERD_") || name.equals("DOCKER_HOST"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new Run(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks it to end, as systemd would. */
    void terminate() {
        process.destroy();
    }

    String outSoFar() {
        return text(out);
    }

    String errSoFar() {
        return text(err);
    }

    Ended await() {
        return await(LONGEST);
    }

    Ended await(Duration longest) {
        try {
            assertThat(process.waitFor(longest.toSeconds(), TimeUnit.SECONDS))
                    .as("still running after %s: %s", longest, text(err))
                    .isTrue();
            var took = Duration.ofNanos(System.nanoTime() - started);
            return new Ended(process.exitValue(), text(out), text(err), took);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            close();
        }
    }

    /** Ends it in order first: an agent that is killed is missed by the others for a day. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
