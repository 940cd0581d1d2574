package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Failure;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.context.Asker;
import io.herd.cli.context.CommandContext;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.herd.answer.Progress;
import io.herd.model.NodeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox", "other:1");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), Flowing.of(a))
                    .with("b", new LocalNode(new NodeName("b"), b), Flowing.of(b));
    private Optional<Asker> asker = Optional.empty();
    private final Queue<Progress> news = new ConcurrentLinkedQueue<>();

    @Test
    void aContainerIsPausedRenamedRestartedAndKilled() {
        web();

        assertThat(herd("container", "pause", "web")).isEqualTo(new Printed("web\n", "", 0));
        assertThat(herd("ps", "--format", "{{.Names}} {{.State}} {{.Node}}").out())
                .isEqualTo("web paused a\n");
        assertThat(herd("container", "unpause", "web").exit()).isZero();
        assertThat(herd("container", "rename", "web", "shop").out()).isEqualTo("web\n");
        assertThat(herd("container", "restart", "-t", "0", "shop").out()).isEqualTo("shop\n");
        assertThat(herd("container", "kill", "-s", "KILL", "a/shop").out()).isEqualTo("a/shop\n");
        assertThat(herd("container", "kill", "shop").err()).contains("is not running");
        assertThat(herd("ps", "-f", "status=exited", "--format", "{{.Names}}").out())
                .isEqualTo("shop\n");
    }

    @Test
    void whoeverWaitsForOneContainerEndsWithItsCode() {
        web();
        herd("container", "kill", "web");
        herd("container", "create", "--image", "busybox", "--name", "still");

        assertThat(herd("container", "wait", "web")).isEqualTo(new Printed("137\n", "", 137));
        assertThat(herd("container", "wait", "web", "still"))
                .isEqualTo(new Printed("137\n0\n", "", 0));
        assertThat(herd("container", "wait", "nope").exit()).isEqualTo(4);
    }

    @Test
    void waitingEndsByTheTimeoutTheUserGives() {
        web();

        var printed = herd("container", "wait", "--deadline", "1s", "web");

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).isEqualTo("herd: web on a: it still runs after 1.0 s\n");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @Test
    void aFilterThatAllDaemonsCallWrongIsSaidOnceAndNothingIsListed() {
        var once = "herd: Invalid filter 'mood' (a, b)\n";

        assertThat(herd("ps", "-f", "mood=good")).isEqualTo(new Printed("", once, 1));
        assertThat(herd("images", "-f", "mood=good")).isEqualTo(new Printed("", once, 1));
        assertThat(herd("ps", "-f", "mood=good", "--node", "a"))
                .isEqualTo(new Printed("", "herd: node a: Invalid filter 'mood'\n", 1));
    }

    @Test
    void inJsonEachDaemonThatCallsAFilterWrongIsAccountedFor() {
        var printed = herd("ps", "-f", "mood=good", "--json");

        assertThat(printed.out().replaceAll("\\s", ""))
                .startsWith(
                        "{\"nodes\":{\"asked\":[\"a\",\"b\"],\"answered\":[],\"failed\":[{\"node\":\"a\",")
                .contains(
                        "{\"node\":\"b\",\"error\":\"Invalidfilter'mood'\",\"code\":\"invalid\"}]")
                .contains("\"containers\":[]");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @Test
    void aFilterThatSomeCallWrongWhileOthersDoNotAnswerIsAPartialResult() {
        cluster.lose("b");

        var printed = herd("ps", "-f", "mood=good");

        assertThat(printed.out()).startsWith("CONTAINER ID");
        assertThat(printed.err())
                .isEqualTo(
                        """
                        herd: node a: Invalid filter 'mood'
                        herd: node b: unreachable: lost
                        """);
        assertThat(printed.exit()).isEqualTo(3);
    }

    @Test
    void theNewestAreShownInAnyState() {
        herd("container", "create", "--image", "busybox", "-n", "3");

        assertThat(herd("ps", "-n", "2", "-q").out().lines()).hasSize(2);
    }

    @Test
    void theSameImageOnSeveralNodesIsOneLine() {
        var printed = herd("images");

        assertThat(printed.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo("REPOSITORY|TAG|IMAGE ID|CREATED|SIZE|NODES"),
                        line ->
                                assertThat(line)
                                        .matches(
                                                "busybox\\|latest\\|[0-9a-f]{12}\\|.*\\|1.23MB\\|a,b"),
                        line -> assertThat(line).matches("other\\|1\\|.*\\|1.23MB\\|b"));
        assertThat(herd("image", "ls", "-f", "reference=other:1", "--format", "{{.Tag}}").out())
                .isEqualTo("1\n");
        assertThat(herd("image", "ls", "--json").out().replaceAll("\\s", ""))
                .contains("\"images\":[{\"Containers\":-1", "\"Node\":\"a\"", "\"Node\":\"b\"");
    }

    @Test
    void anImageIsRemovedFromAllNodesThatHaveIt() {
        var removed = herd("image", "rm", "other:1");
        assertThat(removed.out()).startsWith("b: Untagged: other:1\nb: Deleted: sha256:");
        assertThat(removed.exit()).isZero();
        assertThat(herd("image", "rm", "other:1"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: no such image: other:1\n      see 'herd image ls -a'\n",
                                4));

        web();
        var used = herd("image", "rm", "busybox");
        assertThat(used.out()).startsWith("b: Untagged: busybox:latest\n");
        assertThat(used.err()).startsWith("herd: busybox on a: conflict: unable to remove");
        assertThat(used.exit()).isEqualTo(3);
    }

    @Test
    void aPrefixThatFitsTwoImagesRemovesNone() {
        var format = "{{.ID}}";
        var id = herd("images", "-f", "reference=busybox", "--no-trunc", "--format", format).out();
        herd("image", "rm", "--node", "b", "busybox");
        for (int i = 0; i < 100; i++) {
            herd("image", "pull", "--node", "b", "another-" + i);
        }
        var prefix = id.substring("sha256:".length(), "sha256:".length() + 1);

        var printed = herd("image", "rm", prefix);

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .startsWith("herd: '" + prefix + "' fits 2 images\n      say which: sha256:")
                .contains(id.strip());
        assertThat(printed.exit()).isEqualTo(4);
    }

    @Test
    void anImageIsPulledOnAllNodesAndAFailureIsNamed() {
        b.failNext(
                MemoryEngine.Call.PULL,
                1,
                new Failure(Failure.Kind.DAEMON_ERROR, "manifest unknown"));

        assertThat(herd("image", "pull", "new"))
                .isEqualTo(
                        new Printed(
                                "a: Downloaded newer image for new:latest\n",
                                "herd: node b: manifest unknown\n",
                                3));
        assertThat(herd("image", "pull", "--node", "a", "new").out())
                .isEqualTo("a: Image is up to date for new:latest\n");
    }

    @Test
    void aDescriptionComesFromEachNodeThatHasTheImage() {
        assertThat(herd("image", "inspect", "other:1").out()).contains("\"Node\": \"b\"");
        assertThat(herd("image", "inspect", "nope").exit()).isEqualTo(4);
    }

    @Test
    void pruningSaysWhatWasRemovedWhere() {
        var id = herd("container", "create", "--image", "busybox").out();

        assertThat(herd("container", "prune", "-f"))
                .isEqualTo(
                        new Printed(
                                id,
                                """
                                herd: removed 1 on a, reclaimed 1kB
                                herd: removed 0 on b, reclaimed 0B
                                """,
                                0));
        assertThat(herd("image", "prune", "-af").out())
                .isEqualTo(
                        "Untagged: busybox:latest\nUntagged: busybox:latest\nUntagged: other:1\n");
    }

    @Test
    void pruningIsDoneOnlyIfTheUserSaysYes() {
        herd("container", "create", "--image", "busybox");
        asker = Optional.of(question -> !question.contains("all containers that do not run"));

        assertThat(herd("container", "prune")).isEqualTo(new Printed("", "", 0));
        assertThat(herd("ps", "-aq").out()).isNotEmpty();

        asker = Optional.of(question -> question.endsWith("on all nodes. Go on?"));
        assertThat(herd("container", "prune").out()).isNotEmpty();
        assertThat(herd("ps", "-aq").out()).isEmpty();
    }

    @Test
    void templatesAreListedAndShownAsTheyAre() throws Exception {
        var templates = Files.createDirectory(home.resolve("templates"));
        Files.writeString(templates.resolve("test.json"), "{\"Image\" :  \"busybox\"}\n");

        assertThat(herd("template", "ls").out()).isEqualTo("test\n");
        assertThat(herd("template", "show", "test").out())
                .isEqualTo("{\"Image\" :  \"busybox\"}\n");
        assertThat(herd("template", "show", "nope").exit()).isEqualTo(4);
    }

    @Test
    void whatTakesItsTimeTellsHowFarItIs() {
        herd("image", "pull", "new");
        assertThat(news)
                .contains(new Progress.Pulled(new NodeName("a")))
                .endsWith(new Progress.Ended());
        news.clear();

        herd("container", "create", "--image", "busybox", "-n", "2");
        assertThat(news).hasSize(4).startsWith(new Progress.Creating(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q", "--json"})
    void whoeverWantsNothingButTheResultIsNotTold(String option) {
        herd("image", "pull", "new", option);
        herd("container", "create", "--image", "busybox", "-n", "2", option);

        assertThat(news).isEmpty();
    }

    @Test
    void whatContainersUseIsShownOnceWithTheirNodes() {
        web();
        herd("container", "create", "--image", "busybox", "--name", "still");

        var printed = herd("stats", "--no-stream");

        assertThat(printed.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "CONTAINER ID|NAME|CPU %|MEM USAGE / LIMIT|MEM %|NET I/O|BLOCK I/O|PIDS|NODE"),
                        line ->
                                assertThat(line)
                                        .matches(
                                                "[0-9a-f]{12}\\|web\\|50.00%\\|2MiB / 1GiB\\|0.20%\\|1kB / 2kB\\|4.1kB / 0B\\|3\\|a"));
        assertThat(printed.err()).isEmpty();
        assertThat(
                        herd("stats", "--no-stream", "--format", "{{.Name}} {{.CPUPerc}}", "still")
                                .out())
                .isEqualTo("still --\n");
    }

    @Test
    void whoseUseCannotBeShownIsNamed() {
        web();

        var none = herd("stats", "--no-stream", "-q", "web", "nosuch");
        assertThat(none.out()).hasSize(13);
        assertThat(none.err()).startsWith("herd: no such container: nosuch\n");
        assertThat(none.exit()).isEqualTo(4);

        cluster.lose("b");
        var lost = herd("stats", "--no-stream", "--json");
        assertThat(lost.out().replaceAll("\\s", ""))
                .contains("\"failed\":[{\"node\":\"b\",\"error\":\"unreachable:")
                .contains("\"stats\":[{\"id\":", "\"Node\":\"a\"");
        assertThat(lost.exit()).isEqualTo(3);
    }

    @Test
    void whatIsRunHasTheFormThatDockersOptionsMean() throws Exception {
        var ran =
                herd(
                        "run",
                        "-d",
                        "-i",
                        "--rm",
                        "-e",
                        "A=b",
                        "-v",
                        "data:/data",
                        "-p",
                        "8080:80/udp",
                        "-m",
                        "512m",
                        "--cpus",
                        "1.5",
                        "--restart",
                        "on-failure:3",
                        "-l",
                        "k=v",
                        "--entrypoint",
                        "sh",
                        "--node",
                        "a",
                        "busybox",
                        "-c",
                        "x -y");

        assertThat(ran.err()).isEmpty();
        assertThat(a.formOf(ran.out().strip()).text())
                .contains(
                        "\"Image\":\"busybox\"",
                        "\"Cmd\":[\"-c\",\"x -y\"]",
                        "\"Entrypoint\":[\"sh\"]",
                        "\"OpenStdin\":true",
                        "\"Env\":[\"A=b\"]",
                        "\"AutoRemove\":true",
                        "\"Binds\":[\"data:/data\"]",
                        "\"ExposedPorts\":{\"80/udp\":{}}",
                        "\"80/udp\":[{\"HostIp\":\"\",\"HostPort\":\"8080\"}]",
                        "\"Memory\":536870912",
                        "\"NanoCpus\":1500000000",
                        "\"RestartPolicy\":{\"Name\":\"on-failure\",\"MaximumRetryCount\":3}",
                        "\"k\":\"v\"");
        assertThat(herd("ps", "--format", "{{.ID}} {{.State}}").out())
                .isEqualTo(ran.out().substring(0, 12) + " running\n");
    }

    @Test
    void aMissingImageIsFetchedForWhatIsRunUnlessItMustNotBe() {
        var never = herd("run", "-d", "--pull", "never", "new");
        assertThat(never.err()).contains("No such image: new:latest", "herd image pull new");
        assertThat(never.exit()).isEqualTo(125);

        assertThat(herd("run", "-d", "new").exit()).isZero();
        assertThat(news).contains(new Progress.Pulling("new", Set.of(new NodeName("a"))));
    }

    @Test
    void aCopyIsRefusedInWordsBeforeAnybodyIsAsked() {
        assertThat(herd("container", "cp", "a", "b"))
                .isEqualTo(new Printed("", "herd: one of the two must be CONTAINER:PATH\n", 2));
        assertThat(herd("container", "cp", "web:/a", "db:/b").err())
                .startsWith("herd: there is no copying from container to container");
        assertThat(herd("container", "cp", "web:", ".").err()).contains("'web:' has no path");
        assertThat(herd("container", "cp", "/no/such", "web:/").err())
                .isEqualTo("herd: cannot copy '/no/such': no such file or directory\n");
        assertThat(cluster.sent()).isEmpty();
    }

    @Test
    void theProcessesOfAContainerAreShown() {
        web();

        assertThat(herd("container", "top", "web", "-o", "pid,args").out())
                .isEqualTo("PID   CMD\n1     sleep 1000\n");
        assertThat(herd("container", "top", "nosuch").exit()).isEqualTo(4);
    }

    private void web() {
        herd("container", "create", "--image", "busybox", "--name", "web", "--start");
    }

    private Printed herd(String... arguments) {
        var context =
                new CommandContext(
                        Map.of(),
                        Optional.of(home),
                        asker,
                        Optional.of(() -> news::add),
                        new MemoryConsole());
        var invocation =
                new Invocation(
                        (_, _, timeout) -> new Herd(cluster, timeout.plus(Duration.ZERO)),
                        context,
                        arguments);
        var report = invocation.run();
        return Pictures.of(report, invocation.style(false, 0));
    }
}
