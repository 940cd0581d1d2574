package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.agent.LocalNode;
import io.herd.cli.context.Connector;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.JoinException;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names for the completion of a shell. */
class NamesTest {

    private static final Printed NOTHING = new Printed("", "", 0);

    @TempDir Path home;

    private final LocalNode b = node("b");
    private final InProcessCluster cluster =
            new InProcessCluster().with("a", node("a")).with("b", b);
    private final Map<String, String> environment =
            new HashMap<>(Map.of("HERD_COMPLETION_TIMEOUT", "10s"));

    private static LocalNode node(String name) {
        return new LocalNode(new NodeName(name), new MemoryEngine("busybox"));
    }

    @BeforeEach
    void containers() {
        create("web", "--node", "a", "--start");
        create("idle", "--node", "b");
    }

    @Test
    void aShellThatComparesBeginningsGetsOnlyTheNamesThatBeginSo() {
        create("web.1", "--node", "b");
        create("webs", "--node", "a");

        assertThat(names("--exactly", "container", "web")).containsExactly("web", "web.1", "webs");
        assertThat(names("--exactly", "container", "web.")).containsExactly("web.1");
        assertThat(names("--exactly", "running", "we")).containsExactly("web");
        assertThat(names("--exactly", "container", "eb")).isEmpty();
        assertThat(names("--exactly", "container", "b/we"))
                .containsExactly("a/web", "a/webs", "b/idle", "b/web.1");
        assertThat(names("--exactly", "container")).containsExactly("idle", "web", "web.1", "webs");
    }

    @Test
    void alsoIdsWhereNoNameBeginsSo() {
        var id = herd("inspect", "-f", "{{.Id}}", "web").out().strip();

        assertThat(names("--exactly", "container", id.substring(0, 4)))
                .contains(id.substring(0, 12));
    }

    @Test
    void aCommandGetsTheContainersThatItIsFor() {
        assertThat(names("container")).containsExactly("idle", "web");
        assertThat(names("running")).containsExactly("web");
        assertThat(names("stopped")).containsExactly("idle");
        assertThat(names("paused")).isEmpty();

        herd("container", "pause", "web");

        assertThat(names("paused")).containsExactly("web");
    }

    @Test
    void aNameThatSeveralNodesHaveStandsBehindItsNode() {
        cluster.leave("b");
        create("idle", "--node", "a");
        cluster.with("b", b);

        assertThat(names("container")).containsExactly("a/idle", "b/idle", "web");
    }

    @Test
    void whoTypesANodeGetsItsNames() {
        assertThat(names("container", "a/")).containsExactly("a/web", "b/idle");
        assertThat(names("container", "--node", "b")).containsExactly("idle");
    }

    @Test
    void nodesImagesAndTemplatesHaveNames() throws Exception {
        Files.writeString(
                Files.createDirectory(home.resolve("templates")).resolve("web.json"), "{}");
        var mine = Files.createDirectory(home.resolve("mine"));
        Files.writeString(mine.resolve("own.json"), "{}");

        assertThat(names("node")).containsExactly("a", "b");
        assertThat(names("image")).containsExactly("busybox:latest");
        assertThat(names("template")).containsExactly("web");
        assertThat(names("template", "--templates", mine.toString())).containsExactly("own", "web");
    }

    @Test
    void aConstraintCanBeAskedOfALabelThatThereIs() {
        herd("node", "update", "--label-add", "zone=east", "b");

        assertThat(names("constraint"))
                .containsExactly("node.labels.zone!=east", "node.labels.zone==east");
    }

    @Test
    void whatCannotBeShownOrWouldBeAnOptionIsNoName() throws Exception {
        herd("node", "update", "--label-add", "zone=\u001b[2J", "b");
        herd("node", "update", "--label-add", "rack=a\nb", "b");
        herd("node", "update", "--label-add", "disk=\u202essd", "b");
        var mine = Files.createDirectory(home.resolve("mine"));
        Files.writeString(mine.resolve("own.json"), "{}");
        Files.writeString(mine.resolve("--force.json"), "{}");

        assertThat(names("constraint")).isEmpty();
        assertThat(names("template", "--templates", mine.toString())).containsExactly("own");
    }

    @Test
    void aNodeThatDoesNotAnswerIsPassedOverInSilence() {
        cluster.lose("b");

        assertThat(herd("__complete", "container")).isEqualTo(new Printed("web\n", "", 0));
    }

    @Test
    void whereThereIsNoHerdThereIsSilence() {
        Connector none =
                (_, _, _) -> {
                    throw new JoinException(JoinException.Reason.NO_AGENT, "no agent answered");
                };

        assertThat(run(none, "__complete", "container")).isEqualTo(NOTHING);
        assertThat(run(none, "__complete", "container", "--debug"))
                .satisfies(printed -> assertThat(printed.exit()).isEqualTo(5))
                .satisfies(printed -> assertThat(printed.err()).contains("no agent answered"));
    }

    @Test
    void nobodyJoinsForAPromptUnlessToldTo() {
        environment.remove("HERD_COMPLETION_TIMEOUT");
        Connector any = (_, _, timeout) -> new Herd(cluster, timeout);
        var noAgent = home.resolve("nope").toString();

        assertThat(run(any, "__complete", "node", "--socket", noAgent)).isEqualTo(NOTHING);
        assertThat(run(any, "__complete", "node", "--socket", home.toString()).out())
                .isEqualTo("a\nb\n");
    }

    @Test
    void aHerdThatTakesTooLongIsNotWaitedFor() {
        environment.remove("HERD_COMPLETION_TIMEOUT");
        var never = new CountDownLatch(1);
        Connector frozen =
                (_, _, _) -> {
                    try {
                        never.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IllegalStateException("nobody was to wait for this");
                };
        long start = System.nanoTime();

        var agent = home.toString();

        assertThat(run(frozen, "__complete", "container", "--socket", agent)).isEqualTo(NOTHING);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        never.countDown();
    }

    @Test
    void theHelpDoesNotMentionIt() {
        assertThat(herd("--help").out()).doesNotContain("__complete");
    }

    @Test
    void aShellThatHerdDoesNotKnowIsNamed() {
        assertThat(herd("completion", "ksh"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: there is no completion for 'ksh': use bash, zsh or fish\n",
                                2));
    }

    @Test
    void theScriptIsTheOneOfTheRepository() throws Exception {
        for (var shell :
                Map.of("bash", "herd.bash", "zsh", "_herd", "fish", "herd.fish").entrySet()) {
            assertThat(herd("completion", shell.getKey()).out())
                    .isEqualTo(Files.readString(Path.of("../completions", shell.getValue())));
        }
    }

    private void create(String name, String... more) {
        var create = Stream.of("container", "create", "--image", "busybox", "--name", name);
        assertThat(herd(with(create, more)).exit()).isZero();
    }

    private List<String> names(String... arguments) {
        var printed = herd(with(Stream.of("__complete"), arguments));
        assertThat(printed.err()).isEmpty();
        assertThat(printed.exit()).isZero();
        return printed.out().lines().toList();
    }

    private static String[] with(Stream<String> first, String... rest) {
        return Stream.concat(first, Arrays.stream(rest)).toArray(String[]::new);
    }

    private Printed herd(String... arguments) {
        return run((_, _, timeout) -> new Herd(cluster, timeout), arguments);
    }

    private Printed run(Connector connector, String... arguments) {
        return Unattended.herd(connector, Unattended.in(environment, Optional.of(home)), arguments);
    }
}
