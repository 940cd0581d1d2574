package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A herd in which one daemon keeps images itself and the others with containerd. */
class ImageStoresIT {

    private static final String BASE = "base:1";
    private static final String IMAGE = "made:1";

    @SuppressWarnings("NullAway.Init")
    private static Lab lab;

    @SuppressWarnings("NullAway.Init")
    private static MadeImages images;

    @BeforeAll
    static void up() {
        lab = Lab.another("s", "b=trixie-containerd", "c=trixie-containerd", "3");
        images = new MadeImages(lab);
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
            lab.docker(host, "rmi", "-f", IMAGE, BASE);
        }
    }

    @Test
    void anImageIsTheSameUnderAnotherId() {
        for (var from : List.of("a", "b")) {
            var to = from.equals("a") ? "b" : "a";
            images.random(from, IMAGE, 100_000);

            assertThat(lab.ask("image", "cp", IMAGE, "--to", "a,b").succeeded().lines())
                    .containsExactlyInAnyOrder(
                            from + ": has it already", "%s: copied from %s".formatted(to, from));
            assertThat(layers(to)).isEqualTo(layers(from));
            assertThat(id(to)).isNotEqualTo(id(from));
            // It is known again.
            assertThat(lab.ask("image", "cp", IMAGE, "--to", "a,b").succeeded().lines())
                    .containsExactly("a: has it already", "b: has it already");
            tidy();
        }
    }

    @Test
    void aContainerGetsItsImageFromADaemonOfTheOtherKind() {
        lab.docker("b", "tag", "busybox", IMAGE).succeeded();
        assertThat(api("run", "--rm", "--label", "herd.node=a", IMAGE, "echo", "there").out())
                .isEqualTo("there\n");
        lab.docker("b", "rmi", IMAGE).succeeded();
        assertThat(api("run", "--rm", "--label", "herd.node=b", IMAGE, "echo", "back").out())
                .isEqualTo("back\n");

        // One image, though the daemons have different ids for it.
        api("rmi", IMAGE).succeeded();
        assertThat(lab.ask("images", "made", "-q").lines()).isEmpty();
    }

    @Test
    void whatASourceHasLostAPartOfDoesNotComeAndLeavesNothing() {
        images.random("b", IMAGE, 100_000);
        lose("b", IMAGE);

        var ended = lab.ask("image", "cp", IMAGE, "--to", "c");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("herd: made:1 from b to c: b: it has lost a part of the image: ");
        assertThat(lab.docker("c", "images", "-aq", "--filter", "dangling=true").succeeded().out())
                .isEmpty();
    }

    @Test
    void whatASourceHasLostAPartOfComesFromAnother() {
        images.random("b", IMAGE, 100_000);
        lab.ask("image", "cp", IMAGE, "--to", "c").succeeded();
        lose("b", IMAGE);

        assertThat(lab.ask("image", "cp", IMAGE, "--to", "a").succeeded().lines())
                .containsExactly("a: copied from c");
    }

    @Test
    void onlyTheLayersThatAreMissingGo() throws IOException {
        baseOnCAnd("b");
        images.on(BASE, "b", IMAGE);

        assertThat(sentToC()).isLessThan(5_000_000);
        assertThat(savedLayers("c")).isEqualTo(savedLayers("b")).hasSize(2);
    }

    /** It has unpacked the same, and could run the image, but not give it away again. */
    @Test
    void aLayerThatTheTargetHasCompressedOtherwiseIsSent() throws IOException {
        baseOnCAnd("a");
        // As it was before it was compressed.
        lab.bash(
                        "docker -H unix://%s save %s | tar -xO --wildcards '*/layer.tar' | docker -H unix://%s import - %s"
                                .formatted(lab.socket("a"), BASE, lab.socket("b"), BASE))
                .succeeded();
        images.on(BASE, "b", IMAGE);

        assertThat(sentToC()).isGreaterThan(20_000_000);
        assertThat(savedLayers("c")).isEqualTo(savedLayers("b")).hasSize(2);
    }

    @Test
    void aLayerThatTheTargetHasLostIsSentAgain() throws IOException {
        baseOnCAnd("b");
        lose("c", BASE);
        images.on(BASE, "b", IMAGE);

        assertThat(sentToC()).isGreaterThan(20_000_000);
        assertThat(savedLayers("c")).isEqualTo(savedLayers("b")).hasSize(2);
    }

    private static void baseOnCAnd(String host) {
        images.random(host, BASE, 20_000_000);
        lab.ask("image", "cp", BASE, "--to", "c").succeeded();
    }

    private static long sentToC() throws IOException {
        long before = images.sent("b");
        assertThat(lab.ask("image", "cp", IMAGE, "--to", "c").succeeded().lines())
                .containsExactly("c: copied from b");
        return images.sent("b") - before;
    }

    /** Loses the highest layer of an image. */
    private static void lose(String host, String image) {
        var containerd = lab.socket(host).resolveSibling("exec/containerd/containerd.sock");
        lab.bash(
                        "ctr='ctr -a %s -n moby content' && $ctr rm $($ctr get %s | jq -r '.layers[-1].digest')"
                                .formatted(containerd, inspected(host, image, "{{.Id}}").strip()))
                .succeeded();
    }

    /** The layers that are in an archive of the image; one that the daemon has lost is not. */
    private static List<String> savedLayers(String host) {
        var script =
                "cd $(mktemp -d) && docker save %s | tar -x && ls $(jq -r '.[].Layers[]' manifest.json)"
                        .formatted(IMAGE);
        return images.shell(host, script).lines().toList();
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
        return inspected(host, IMAGE, "{{.RootFS.Layers}}");
    }

    private static String id(String host) {
        return inspected(host, IMAGE, "{{.Id}}");
    }

    private static String inspected(String host, String image, String format) {
        return lab.docker(host, "image", "inspect", image, "-f", format).succeeded().out();
    }
}
