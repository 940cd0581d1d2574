package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Streaming;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that leave a container, as docker's own configuration has them. */
class DetachKeysTest {

    @TempDir Path docker;

    // It opens no stream; what was asked for is enough.
    private final InProcessCluster cluster =
            new InProcessCluster().with("a", new MemoryEngine("busybox"));
    private final MemoryConsole console = new MemoryConsole();

    @BeforeEach
    void web() {
        var create = herd("create", "--name", "web", "--start", "--image", "busybox");
        assertThat(create.err()).isEmpty();
    }

    @Test
    void theyAreTheUsualOnesUnlessTheyAreSet() throws Exception {
        assertThat(attached()).isEmpty();

        set("ctrl-a,q");
        assertThat(attached()).contains("ctrl-a,q");

        set("");
        assertThat(attached()).isEmpty();
    }

    @Test
    void thoseOfTheOptionTakePrecedence() throws Exception {
        set("nonsense");

        assertThat(attached("--detach-keys", "ctrl-x")).contains("ctrl-x");
    }

    @Test
    void whoCanTypeNoneIsNotHeldUpByThem() throws Exception {
        set("nonsense");

        assertThat(attached("--no-stdin")).isEmpty();
        assertThat(herd("exec", "-i", "web", "cat").err()).doesNotContain("nonsense");
        assertThat(herd("exec", "-d", "-it", "web", "true").exit()).isZero();
        assertThat(herd("run", "-d", "-it", "busybox").exit()).isZero();
    }

    @Test
    void keysThatAreNoneAreRefusedWithTheFile() throws Exception {
        set("nonsense");
        var why =
                "herd: %s/config.json: in detachKeys, invalid keys 'nonsense': use characters and ctrl-LETTER, with commas between, such as ctrl-a,q"
                        .formatted(docker);

        var attach = herd("attach", "web");
        var exec = herd("exec", "-it", "web", "sh");

        assertThat(attach.err()).startsWith(why);
        assertThat(attach.exit()).isEqualTo(2);
        assertThat(exec.err()).startsWith(why);
        assertThat(exec.exit()).isEqualTo(125);
        assertThat(cluster.opened()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheKeysAreTheUsualOnes() throws Exception {
        Files.writeString(docker.resolve("config.json"), "{\"detachKeys\"}");

        assertThat(attached()).isEmpty();
        assertThat(console.told())
                .isEqualTo(
                        "herd: %s/config.json:1:14: expected ':', found '}': detach with ctrl-p,ctrl-q\n"
                                .formatted(docker));
    }

    private void set(String keys) throws Exception {
        Files.writeString(
                docker.resolve("config.json"), "{\"detachKeys\": \"%s\"}".formatted(keys));
    }

    /** The keys that the daemon is told by this attach. */
    private Optional<String> attached(String... options) {
        var words = new String[options.length + 2];
        words[0] = "attach";
        System.arraycopy(options, 0, words, 1, options.length);
        words[words.length - 1] = "web";
        var before = cluster.opened().size();
        herd(words);
        assertThat(cluster.opened()).hasSize(before + 1);
        return ((Streaming.Attach) cluster.opened().getLast()).detachKeys();
    }

    private Printed herd(String... arguments) {
        var environment = Map.of("DOCKER_CONFIG", docker.toString());
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.empty(), console),
                arguments);
    }
}
