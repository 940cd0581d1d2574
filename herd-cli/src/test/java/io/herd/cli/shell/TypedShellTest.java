package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.cli.render.Exit;
import io.herd.cluster.JoinException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TypedShellTest {

    private final TestHerd herd = new TestHerd();
    private final MemoryShellTerminal desk = new MemoryShellTerminal();

    @Test
    void thePromptTellsHowTheHerdIsAndHowTheLastCommandEnded() throws Exception {
        desk.type("node ls -q");
        desk.type("nope");
        desk.type("version");
        desk.leave();

        assertThat(shell()).isEqualTo(new Exit(0));

        assertThat(desk.prompts)
                .containsExactly("herd 2/2> ", "herd 2/2> ", "herd 2/2 [2]> ", "herd 2/2> ");
        assertThat(desk.console.printed()).contains("'help' shows all commands", "a\nb\n");
        assertThat(herd.joins).hasValue(1);
    }

    @Test
    void historyNumbersTheLinesThatCanBeRecalled() throws Exception {
        desk.type("history");
        desk.type("clear");
        desk.leave();

        assertThat(shell()).isEqualTo(new Exit(2));

        assertThat(desk.console.printed()).contains("    1  ps\n    2  version\n");
        assertThat(desk.console.told()).contains("'clear' needs a terminal that can be painted");
    }

    @Test
    void leavingEndsWithTheLastStatus() throws Exception {
        desk.type("container start none");
        desk.type("exit");

        assertThat(shell()).isEqualTo(new Exit(4));
    }

    @Test
    void aPasteOfSeveralLinesIsSeveralCommands() throws Exception {
        desk.type("node ls -q --node a\nnode ls -q --node b");
        desk.leave();

        shell();

        assertThat(desk.console.printed()).endsWith("a\nb\n");
    }

    @Test
    void whereThereIsNoHerdThereIsNoShell() {
        herd.go("a", "b");

        assertThatThrownBy(this::shell).isInstanceOf(JoinException.class);
        assertThat(desk.prompts).isEmpty();
    }

    @Test
    void ctrlCCancelsTheCommandAndNotTheShell() throws Exception {
        var stuck = new StuckNode();
        herd.cluster.with("b", stuck);
        desk.type("ps");
        var running = start();
        stuck.asked.await();

        desk.ctrlC.run();

        stuck.interrupted.await();
        await().untilAsserted(() -> assertThat(desk.prompts).last().isEqualTo("herd 2/2 [130]> "));
        desk.type("version");
        desk.leave();
        assertThat(running.join()).isEqualTo(new Exit(0));
        assertThat(desk.console.printed()).contains("\nherd ");
    }

    @Test
    void ctrlCBeforeTheCommandRunsCancelsItToo() throws Exception {
        desk.impatient = true;
        desk.type("node ls -q");
        desk.leave();

        assertThat(shell()).isEqualTo(new Exit(130));
        assertThat(desk.console.printed()).doesNotContain("a\nb\n");
    }

    @Test
    void aHerdThatIsLostIsLookedForAndBothAreTold() {
        var running = start();
        await().untilAsserted(() -> assertThat(desk.prompts).contains("herd 2/2> "));

        herd.go("a", "b");

        await().untilAsserted(() -> {
            assertThat(desk.told)
                    .containsExactly("herd: the herd is lost, and is looked for: no agent answers");
            assertThat(desk.prompts).last().isEqualTo("herd 0/2> ");
        });
        desk.type("ps");
        await().untilAsserted(() -> {
            assertThat(desk.console.told()).isEqualTo("herd: no agent answers\n");
            assertThat(desk.prompts).last().isEqualTo("herd 0/2 [5]> ");
        });

        herd.come("b");

        await().untilAsserted(() -> {
            assertThat(desk.told).last().isEqualTo("herd: the herd is back: 1 of 2 nodes");
            assertThat(desk.prompts).last().isEqualTo("herd 1/2 [5]> ");
        });
        desk.leave();
        assertThat(running.join()).isEqualTo(new Exit(5));
    }

    private CompletableFuture<Exit> start() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return shell();
            } catch (JoinException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Exit shell() throws JoinException {
        return new TypedShell(herd, () -> desk)
                .run(List.of(), TestHerd.SETTINGS, herd.context(desk.console));
    }
}
