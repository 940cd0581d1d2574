package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImageCopyIT {

    private static final String IMAGE = "copied:1";
    private static final String BASE = "base:1";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Lab lab;

    ImageCopyIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void hosts() {
        lab.up();
    }

    /** An image that nobody else has, of random bytes. */
    private String made(String host) {
        return made(host, IMAGE, 3_000_000);
    }

    private String made(String host, String name, int bytes) {
        return lab.bash(
                        "f=$(mktemp) && head -c %d /dev/urandom >$f && tar -c --transform s/.*/f/ $f 2>/dev/null | docker -H unix://%s import - %s; rm $f"
                                .formatted(bytes, lab.socket(host), name))
                .succeeded()
                .out()
                .strip();
    }

    /** An image with one more layer. */
    private void madeOf(String host, String base) {
        lab.bash(
                        "export DOCKER_HOST=unix://%s && id=$(docker create %s x) && docker cp /etc/os-release $id:/added && docker commit $id %s && docker rm $id"
                                .formatted(lab.socket(host), base, IMAGE))
                .succeeded();
    }

    @AfterEach
    void tidy() {
        for (var host : Lab.HOSTS) {
            lab.docker(host, "rmi", "-f", IMAGE, BASE);
        }
    }

    @Test
    void anImageGoesToAllThatLackItAndIsTheSameThere() {
        var id = made("b");

        assertThat(lab.ask("image", "cp", IMAGE, "--all").succeeded().lines())
                .containsExactlyInAnyOrder(
                        "a: copied from b", "b: has it already", "c: copied from b");

        for (var host : Lab.HOSTS) {
            var there = lab.docker(host, "image", "inspect", IMAGE, "-f", "{{.Id}}");
            assertThat(there.succeeded().out().strip()).isEqualTo(id);
        }
        assertThat(lab.ask("image", "cp", IMAGE, "--to", "a,c", "--json").succeeded().out())
                .contains("\"From\": \"\"", id);
    }

    @Test
    void whatIsThereWithoutItsNameIsOnlyNamed() {
        var id = made("a");
        lab.ask("image", "cp", IMAGE, "--to", "c").succeeded();
        lab.docker("c", "tag", id, "kept:1").succeeded();
        lab.docker("c", "rmi", IMAGE).succeeded();
        lab.daemon("b", "stop");
        try {
            var copied = lab.ask("image", "cp", IMAGE, "--to", "c,b");

            assertThat(copied.lines()).containsExactly("c: copied from a");
            assertThat(copied.err()).contains("b");
            assertThat(copied.exit()).isNotZero();
        } finally {
            lab.daemon("b", "start");
            lab.docker("c", "rmi", "kept:1");
        }
    }

    /** Daemons of two versions lay out what they save differently. */
    @Test
    void onlyTheLayersThatAreMissingGo() throws IOException {
        made("a", BASE, 20_000_000);
        lab.ask("image", "cp", BASE, "--all").succeeded();

        for (var from : List.of("a", "b")) {
            madeOf(from, BASE);
            long before = sent(from);

            lab.ask("image", "cp", IMAGE, "--all").succeeded();

            assertThat(sent(from) - before).isLessThan(5_000_000);
            assertThat(Lab.HOSTS.stream().map(this::content).distinct()).hasSize(1);
            lab.ask("image", "rm", IMAGE).succeeded();
        }
    }

    // Bytes that its host has sent; the interface's counter, of proc(5).
    private long sent(String host) throws IOException {
        var counters = Files.readString(Path.of("/proc", agent(host), "net/dev"));
        var own = counters.lines().filter(it -> it.strip().startsWith("eth0:")).findFirst();
        return Long.parseLong(own.orElseThrow().strip().split("\\s+", -1)[9]);
    }

    private String agent(String host) {
        return lab.agent(host, "pid").out().strip();
    }

    // All files, as a container has them.
    private String content(String host) {
        return lab.bash(
                        "export DOCKER_HOST=unix://%s && id=$(docker create %s x) && docker export $id | tar -xO f added | sha256sum && docker rm $id >&2"
                                .formatted(lab.socket(host), IMAGE))
                .succeeded()
                .out();
    }

    @Test
    void whatIsBrokenOffIsNotThereAndComesNextTime() throws IOException {
        made("a", IMAGE, 200_000_000);
        long before = sent("a");
        try (var copying = lab.start("image", "cp", IMAGE, "--to", "c")) {
            await().atMost(SOON).until(() -> sent("a") - before > 1_000_000);
            copying.terminate();
            copying.await();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(AgentProcess.of(lab, "c").carrying()).isEmpty());
        assertThat(lab.docker("c", "images", "-aq", IMAGE).lines()).isEmpty();
        assertThat(lab.ask("image", "cp", IMAGE, "--to", "c").succeeded().lines())
                .containsExactly("c: copied from a");
    }

    @Test
    void aSourceThatDiesMeanwhileIsNamed() throws IOException {
        made("b", IMAGE, 200_000_000);
        long before = sent("b");
        try (var copying = lab.start("image", "cp", IMAGE, "--to", "c")) {
            await().atMost(SOON).until(() -> sent("b") - before > 1_000_000);
            lab.agent("b", "kill");

            var ended = copying.await();

            assertThat(ended.exit()).isNotZero();
            assertThat(ended.err()).contains("from b to c: b: the connection to it broke");
            assertThat(lab.docker("c", "images", "-aq", IMAGE).lines()).isEmpty();
        } finally {
            lab.agent("b", "start");
        }
    }

    @Test
    void aTerminalShowsHowMuchHasCome() {
        made("a", IMAGE, 200_000_000);
        try (var typing = lab.type(Map.of(), "image cp %s --to c".formatted(IMAGE))) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(typing.shown())
                                    .containsPattern("copying copied:1: 0 of 1 \\(c [0-9.]+MB\\)"));
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        var nowhere = lab.ask("image", "cp", "nix:1", "--all");
        assertThat(nowhere.err()).contains("nix:1", "herd image ls");
        assertThat(nowhere.exit()).isEqualTo(4);
        var nobody = lab.ask("image", "cp", "busybox");
        assertThat(nobody.err()).contains("say which nodes are to have it: --to NODE,… or --all");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(lab.ask("image", "cp", "busybox", "--all", "--to", "a").exit()).isEqualTo(2);
        var unknown = lab.ask("image", "cp", "busybox", "--to", "z");
        assertThat(unknown.err()).contains("z");
        assertThat(unknown.exit()).isNotZero();
    }
}
