package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A herd in which one daemon keeps images itself and the others with containerd. */
class ImageStoresIT {

    @SuppressWarnings("NullAway.Init")
    private static Lab lab;

    @BeforeAll
    static void up() {
        lab = Lab.another("s", "b=trixie-containerd", "c=trixie-containerd", "3");
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @AfterEach
    void tidy() {
        for (var host : Lab.HOSTS) {
            var containers = lab.docker(host, "ps", "-aq").lines();
            containers.forEach(it -> lab.docker(host, "rm", "-f", it).succeeded());
            lab.docker(host, "rmi", "-f", "made:1");
        }
    }

    @Test
    void anImageIsTheSameUnderAnotherId() {
        for (var from : List.of("a", "b")) {
            var to = from.equals("a") ? "b" : "a";
            lab.bash(
                            "cd $(mktemp -d) && head -c 100000 /dev/urandom >f && tar -c f | docker -H unix://%s import - made:1"
                                    .formatted(lab.socket(from)))
                    .succeeded();

            assertThat(lab.ask("image", "cp", "made:1", "--to", "a,b").succeeded().lines())
                    .containsExactlyInAnyOrder(
                            from + ": has it already", "%s: copied from %s".formatted(to, from));
            assertThat(layers(to)).isEqualTo(layers(from));
            assertThat(id(to)).isNotEqualTo(id(from));
            // It is known again.
            assertThat(lab.ask("image", "cp", "made:1", "--to", "a,b").succeeded().lines())
                    .containsExactly("a: has it already", "b: has it already");
            tidy();
        }
    }

    @Test
    void aContainerGetsItsImageFromADaemonOfTheOtherKind() {
        lab.docker("b", "tag", "busybox", "made:1").succeeded();
        assertThat(api("run", "--rm", "--label", "herd.node=a", "made:1", "echo", "there").out())
                .isEqualTo("there\n");
        lab.docker("b", "rmi", "made:1").succeeded();
        assertThat(api("run", "--rm", "--label", "herd.node=b", "made:1", "echo", "back").out())
                .isEqualTo("back\n");

        // One image, though the daemons have different ids for it.
        api("rmi", "made:1").succeeded();
        assertThat(lab.ask("images", "made", "-q").lines()).isEmpty();
    }

    @Test
    void whatASourceHasLostAPartOfDoesNotComeAndLeavesNothing() {
        var build =
                "cd $(mktemp -d) && printf 'FROM busybox\\nRUN echo new >/f\\n' >Dockerfile && DOCKER_BUILDKIT=0 docker -H unix://%s build -q -t made:1 ."
                        .formatted(lab.socket("b"));
        lab.bash(build).succeeded();
        var ctr =
                "ctr -a %s -n moby content"
                        .formatted(
                                lab.socket("b").resolveSibling("exec/containerd/containerd.sock"));
        lab.bash(
                        "%1$s rm $(%1$s get %2$s | jq -r '.layers[-1].digest')"
                                .formatted(ctr, id("b").strip()))
                .succeeded();

        var ended = lab.ask("image", "cp", "made:1", "--to", "c");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("herd: made:1 from b to c: b: it has lost a part of the image: ");
        assertThat(lab.docker("c", "images", "-aq", "--filter", "dangling=true").succeeded().out())
                .isEmpty();
    }

    @Test
    void containersOfBothAreAskedAlike() {
        for (var host : List.of("a", "b")) {
            api("run", "-d", "--name", host + "/on-" + host, "busybox", "sleep", "100").succeeded();
            assertThat(api("exec", "on-" + host, "echo", host).out()).isEqualTo(host + "\n");
            assertThat(lab.ask("exec", "on-" + host, "echo", host).out()).isEqualTo(host + "\n");
        }
        assertThat(lab.ask("ps", "--format", "{{.Names}} {{.Image}}").lines())
                .containsExactlyInAnyOrder("on-a busybox", "on-b busybox");
        assertThat(api("ps", "--format", "{{.Names}} {{.Image}}").lines())
                .containsExactlyInAnyOrder("on-a busybox", "on-b busybox");
        assertThat(lab.ask("doctor").exit()).isZero();
    }

    private static Run.Ended api(String... arguments) {
        var socket = lab.agentSocket("a").resolveSibling("herd-docker.sock");
        return Run.start(
                        Map.of("DOCKER_HOST", "unix://" + socket), Lab.command("docker", arguments))
                .await();
    }

    private static String layers(String host) {
        return inspected(host, "{{.RootFS.Layers}}");
    }

    private static String id(String host) {
        return inspected(host, "{{.Id}}");
    }

    private static String inspected(String host, String format) {
        return lab.docker(host, "image", "inspect", "made:1", "-f", format).succeeded().out();
    }
}
