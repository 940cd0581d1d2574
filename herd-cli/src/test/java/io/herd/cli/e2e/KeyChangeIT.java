package io.herd.cli.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A herd of three that gets another key, as the operations page says. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class KeyChangeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path temp;

    private final Lab lab;
    private String old = "";

    KeyChangeIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void rememberTheKey() throws IOException {
        lab.up();
        old = Files.readString(keyFile());
    }

    @AfterEach
    void giveItBack() throws IOException {
        Lab.HOSTS.forEach(host -> lab.agent(host, "kill"));
        write(old);
        lab.mend();
    }

    @Test
    void theKeyIsChangedAgentByAgentWhileTheHerdWorks() throws Exception {
        lab.herd("container", "create", "--template", "test", "--start", "--node", "b").succeeded();
        var running = lab.docker("b", "ps", "-q").lines();
        var next = lab.herdElsewhere("key", "new").succeeded().out();

        var enough = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> asked = threads.submit(() -> askUntil(enough));
            try {
                round(old + next);
                round(next + old);
                round(next);
            } finally {
                enough.set(true);
            }
            assertThat(asked.get(SOON.toSeconds(), SECONDS)).isPositive();
        }

        assertThat(running).hasSize(1);
        assertThat(lab.docker("b", "ps", "-q").lines()).isEqualTo(running);
        assertThat(nodesWith(old).err()).contains("key");
        assertThat(nodesWith(old).exit()).isNotZero();
        assertThat(nodesWith(next).succeeded().lines()).containsExactlyElementsOf(Lab.HOSTS);
    }

    // At any time two of three are there, whichever key is shown by whom.
    private int askUntil(AtomicBoolean enough) {
        int asked = 0;
        while (!enough.get()) {
            var nodes = lab.herd("node", "ls", "-q");
            assertThat(nodes.exit()).describedAs(nodes.err()).isIn(0, 3);
            assertThat(nodes.lines()).describedAs(nodes.err()).hasSizeGreaterThanOrEqualTo(2);
            asked++;
        }
        return asked;
    }

    private void round(String keys) throws IOException {
        write(keys);
        for (var host : Lab.HOSTS) {
            lab.agent(host, "restart");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(lab.herd("node", "ls", "-q").succeeded().lines())
                                    .containsExactlyElementsOf(Lab.HOSTS));
        }
    }

    private Run.Ended nodesWith(String keys) throws IOException {
        var file = Files.writeString(Files.createTempFile(temp, "herd", ".key"), keys);
        return lab.herdWith(Map.of("HERD_KEY", file.toString()), "node", "ls", "-q");
    }

    private Path keyFile() {
        return Path.of(lab.key());
    }

    // At once, since somebody is always about to read it.
    private void write(String keys) throws IOException {
        var whole = Files.createTempFile(keyFile().toAbsolutePath().getParent(), "key", ".new");
        Files.writeString(whole, keys);
        Files.move(whole, keyFile(), StandardCopyOption.ATOMIC_MOVE);
    }
}
