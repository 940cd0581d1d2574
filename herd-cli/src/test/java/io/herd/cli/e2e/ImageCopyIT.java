package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
    private final MadeImages images;

    ImageCopyIT(Lab lab) {
        this.lab = lab;
        this.images = new MadeImages(lab);
    }

    @BeforeAll
    void hosts() {
        lab.up();
    }

    /** An image that nobody else has, of random bytes. */
    private String made(String host) {
        return images.random(host, IMAGE, 3_000_000);
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
        images.random("a", BASE, 20_000_000);
        lab.ask("image", "cp", BASE, "--all").succeeded();

        for (var from : List.of("a", "b")) {
            images.on(BASE, from, IMAGE);
            long before = images.sent(from);

            lab.ask("image", "cp", IMAGE, "--all").succeeded();

            assertThat(images.sent(from) - before).isLessThan(5_000_000);
            assertThat(Lab.HOSTS.stream().map(this::content).distinct()).hasSize(1);
            lab.ask("image", "rm", IMAGE).succeeded();
        }
    }

    // All files, as a container has them.
    private String content(String host) {
        return images.shell(
                host,
                "id=$(docker create %s x) && docker export $id | tar -xO f added | sha256sum && docker rm $id >&2"
                        .formatted(IMAGE));
    }

    @Test
    void whatIsBrokenOffIsNotThereAndComesNextTime() throws IOException {
        images.random("a", IMAGE, 200_000_000);
        long before = images.sent("a");
        try (var copying = lab.start("image", "cp", IMAGE, "--to", "c")) {
            await().atMost(SOON).until(() -> images.sent("a") - before > 1_000_000);
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
        images.random("b", IMAGE, 200_000_000);
        long before = images.sent("b");
        try (var copying = lab.start("image", "cp", IMAGE, "--to", "c")) {
            await().atMost(SOON).until(() -> images.sent("b") - before > 1_000_000);
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
        images.random("a", IMAGE, 200_000_000);
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
