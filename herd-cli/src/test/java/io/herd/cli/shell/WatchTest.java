package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.terminal.ShellConsole;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String FIRST_SCREEN = "\u001b[?1049l";

    private final TestHerd herd = new TestHerd();
    private final MemoryConsole shown = new MemoryConsole();
    private final PipedOutputStream keyboard = new PipedOutputStream();

    @Test
    void whatACommandPrintsIsPaintedAgainAndAgainUntilSomebodyPressesQ() throws Exception {
        var watch = watch("node", "ls", "-q");
        await().untilAsserted(() -> assertThat(shown.printed()).endsWith("a\r\n\u001b[Jb"));
        herd.come("c");
        await().untilAsserted(() -> assertThat(shown.printed()).endsWith("b\r\n\u001b[Jc"));

        press('x');
        press('q');

        await().until(watch::isDone);
        assertThat(shown.printed()).contains("Every 0.1 s: node ls -q").endsWith(FIRST_SCREEN);
    }

    @Test
    void whatIsWrongIsPaintedToo() throws Exception {
        var watch = watch("nope");
        await().untilAsserted(() ->
                assertThat(shown.printed()).contains("herd: unknown command 'nope' for 'herd'"));

        press('q');

        await().until(watch::isDone);
    }

    @Test
    void aCommandThatHangsIsLeftWithCtrlC() throws Exception {
        var stuck = new StuckNode();
        herd.cluster.with("b", stuck);
        var watch = watch("ps");
        stuck.asked.await();

        press('\u0003');

        stuck.interrupted.await();
        await().until(watch::isDone);
        assertThat(shown.printed()).endsWith(FIRST_SCREEN);
    }

    private void press(char key) throws IOException {
        keyboard.write(String.valueOf(key).getBytes(UTF_8));
        keyboard.flush();
    }

    private CompletableFuture<Optional<Unwritten>> watch(String... command) throws IOException {
        var console = new ShellConsole(shown, new PipedInputStream(keyboard), Optional.empty());
        var watch =
                new Watch(
                        new ShellCommandLine.Watch(Duration.ofMillis(100), List.of(command)),
                        herd,
                        herd.context(console),
                        new MemoryShellTerminal());
        return CompletableFuture.supplyAsync(watch::run);
    }
}
