package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
        return lab.bash(
                        "cd $(mktemp -d) && head -c 3000000 /dev/urandom >f && tar -c f | docker -H unix://%s import - %s"
                                .formatted(lab.socket(host), IMAGE))
                .succeeded()
                .out()
                .strip();
    }

    @AfterEach
    void tidy() {
        for (var host : Lab.HOSTS) {
            lab.docker(host, "rmi", "-f", IMAGE);
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
