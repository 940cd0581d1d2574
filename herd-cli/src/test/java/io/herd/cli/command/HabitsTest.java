package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.action.Streaming;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.stream.StreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fingers and scripts of docker's users type on containers and images that are there. */
class HabitsTest {

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox", "other:1");
    private final Queue<Streaming> opened = new ConcurrentLinkedQueue<>();
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), watched(a))
                    .with("b", new LocalNode(new NodeName("b"), b), watched(b));
    private final Map<String, String> environment = new HashMap<>();

    private StreamHandler watched(MemoryEngine engine) {
        var flowing = Flowing.of(engine);
        return (what, by, session) -> {
            opened.add(what);
            flowing.serve(what, by, session);
        };
    }

    @Test
    void theSignalThatStopsAContainerIsHandedToItsDaemon() {
        var id = create("web", "a", "--start");

        assertThat(herd("stop", "-s", "INT", "-t", "3", "web").out()).isEqualTo("web\n");
        assertThat(herd("restart", "--signal", "9", "web").out()).isEqualTo("web\n");

        assertThat(cluster.sent().stream().map(InProcessCluster.Sent::action))
                .contains(
                        new Action.StopContainer(id, Optional.of(3), Optional.of("INT")),
                        new Action.RestartContainer(id, Optional.empty(), Optional.of("9")));
    }

    @Test
    void itIsNoFailureThatWhatIsRemovedByForceIsNotThere() {
        create("web", "a", "--start");

        assertThat(herd("rm", "-f", "nosuch", "web"))
                .isEqualTo(new Printed("web\n", "herd: no such container: nosuch\n", 0));
        assertThat(herd("rm", "nosuch").exit()).isEqualTo(4);
    }

    @Test
    void whatIsRemovedByForceMayBeOnANodeThatDoesNotAnswer() {
        cluster.lose("b");

        assertThat(herd("rm", "-f", "nosuch"))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: node b: unreachable: lost
                                herd: no such container on the nodes that answered: nosuch
                                      it may be on b
                                """,
                                3));
    }

    @Test
    void theLatestContainerIsThatOfTheWholeHerdInWhateverState() {
        create("first", "b");
        create("second", "a");
        create("third", "b");
        create("fourth", "a");
        create("last", "b");

        assertThat(herd("ps", "-l", "--format", "{{.Names}}").out()).isEqualTo("last\n");
        assertThat(herd("ps", "--latest", "-q").out()).hasSize(13);
        assertThat(herd("ps", "-n", "3", "--format", "{{.Names}}").out())
                .isEqualTo("last\nfourth\nthird\n");
        assertThat(herd("ps", "-l", "-n", "2", "-q").out().lines()).hasSize(2);
        assertThat(herd("ps", "-l", "-f", "name=second", "--format", "{{.Names}}").out())
                .isEqualTo("second\n");
    }

    /** Lists give the time in seconds. */
    @Test
    void theLatestOfOneSecondAreInTheirOrderAlsoOnSeveralNodes() {
        create("first", "b");
        await().until(() -> Instant.now().get(ChronoField.MILLI_OF_SECOND) < 200);
        create("second", "a");
        create("third", "b");

        assertThat(herd("ps", "-n", "2", "--format", "{{.Names}}").out())
                .isEqualTo("third\nsecond\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n all", "--tail all", "--tail -1", "-n -5", "--tail=-1"})
    void allOfALogIsAskedForInDockersWays(String option) {
        create("web", "a", "--start");
        var words = ("logs " + option + " web").split(" ", -1);

        assertThat(herd(words)).isEqualTo(new Printed("", "", 0));

        assertThat(opened)
                .singleElement()
                .isInstanceOfSatisfying(
                        Streaming.Logs.class, logs -> assertThat(logs.tail()).isEmpty());
    }

    @Test
    void ofAnOptionThatIsGivenTwiceTheLastValueCounts() {
        environment.put("HERD_FORMAT", "{{.ID}}");
        create("web", "a", "--start");

        assertThat(herd("ps", "--format", "{{.ID}}", "--format", "{{.Names}}"))
                .isEqualTo(new Printed("web\n", "", 0));
        assertThat(herd("ps", "-a", "-a", "-q", "-q").out()).hasSize(13);
        assertThat(herd("--deadline", "1s", "ps", "--deadline", "2s", "-q").out()).hasSize(13);
        assertThat(herd("stop", "-t", "1", "-t", "2", "web").exit()).isZero();
        assertThat(cluster.sent().getLast().action())
                .isInstanceOfSatisfying(
                        Action.StopContainer.class,
                        stop -> assertThat(stop.graceSeconds()).contains(2));
    }

    @Test
    void ofAnOptionThatIsAListAllValuesCount() {
        create("web", "a", "-l", "x=1", "-l", "y=2");

        assertThat(herd("ps", "-aq", "-f", "label=x", "-f", "label=y").out()).hasSize(13);
        assertThat(herd("ps", "-aq", "-f", "label=x", "-f", "label=z").out()).isEmpty();
        assertThat(herd("ps", "-aq", "--node", "b", "--node", "a").out()).hasSize(13);
    }

    @Test
    void descriptionsAreLaidOutByATemplate() {
        environment.put("HERD_FORMAT", "{{.Names}}");
        create("web", "a", "--start", "-l", "x=1");

        assertThat(herd("inspect", "-f", "{{.State.Status}} {{.Name}} {{.Node}}", "web"))
                .isEqualTo(new Printed("running /web a\n", "", 0));
        assertThat(herd("image", "inspect", "-f", "{{.RepoTags}} {{.Node}}", "busybox").out())
                .isEqualTo("[busybox:latest] a\n[busybox:latest] b\n");
        assertThat(herd("node", "inspect", "--format", "{{.Daemon.ServerVersion}}", "a").out())
                .isEqualTo("27.0-memory\n");
        assertThat(herd("inspect", "web").out()).startsWith("[");
        assertThat(herd("inspect", "-f", "{{.Id}}", "--json", "web").out()).startsWith("{");

        var absent = herd("inspect", "-f", "{{.State.Nope}}", "web");
        assertThat(absent.err()).contains("there is no '.State.Nope' in it");
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(herd("inspect", "-f", "{{.Name}}", "web", "nosuch"))
                .isEqualTo(
                        new Printed(
                                "/web\n",
                                "herd: no such container: nosuch\n      see 'herd container ls -a'\n",
                                4));
        assertThat(herd("inspect", "-f", "{{upper .Name}}", "web").out()).isEqualTo("/WEB\n");
        var wrong = herd("inspect", "-f", "{{shout .Name}}", "web");
        assertThat(wrong.err()).contains("shout");
        assertThat(wrong.exit()).isEqualTo(2);
    }

    @Test
    void theSizesOfAContainerAreDescribedIfTheyAreAskedFor() {
        create("web", "a");

        assertThat(herd("inspect", "-s", "-f", "{{.SizeRw}}/{{.SizeRootFs}}", "web").out())
                .isEqualTo("5/1234567\n");
        assertThat(herd("inspect", "web").out()).doesNotContain("SizeRw");
    }

    @Test
    void aCommandIsStartedInTheBackgroundAndNothingIsSaid() throws Exception {
        var id = create("web", "a", "--start");
        environment.put("HERE", "yes");
        var file = Files.writeString(home.resolve("env"), "A=1\n# no\nHERE\n");

        assertThat(
                        herd(
                                "exec",
                                "-dit",
                                "--env-file",
                                file.toString(),
                                "-e",
                                "A=2",
                                "-w",
                                "/tmp",
                                "web",
                                "sleep",
                                "-d"))
                .isEqualTo(new Printed("", "", 0));

        assertThat(cluster.sent().getLast().action())
                .isEqualTo(
                        new Action.StartExec(
                                new Streaming.Exec(
                                        id,
                                        List.of("sleep", "-d"),
                                        List.of("A=1", "HERE=yes", "A=2"),
                                        Optional.of("/tmp"),
                                        Optional.empty(),
                                        false,
                                        Optional.of(new Streaming.Window(24, 80)),
                                        false,
                                        Optional.empty())));
        assertThat(herd("exec", "-d", "--json", "web", "true").out()).contains("\"Id\": \"" + id);
        assertThat(herd("exec", "-d", "nosuch", "true").exit()).isEqualTo(125);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl-a,q", "a", "ctrl-@,ctrl-[,ctrl-\\"})
    void theKeysThatLeaveAProcessAreHandedToTheDaemon(String keys) {
        create("web", "a", "--start");

        herd("exec", "--detach-keys", keys, "web", "true");

        assertThat(cluster.opened())
                .anyMatch(it ->
                        it instanceof Streaming.Exec exec
                                && exec.detachKeys().equals(Optional.of(keys)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ctrl-", "ctrl-A", "ab", "a,,b", "ctrl-a,", "é"})
    void keysThatAreNoneAreRefused(String keys) {
        var refused = herd("attach", "--detach-keys", keys, "web");

        assertThat(refused.err()).contains("invalid keys '" + keys + "': use characters and");
        assertThat(refused.exit()).isEqualTo(2);
    }

    @Test
    void aCommandThatCannotBeStartedInTheBackgroundHasDockersExitCode() {
        create("web", "a", "--start");
        a.failNext(
                MemoryEngine.Call.EXEC,
                1,
                new Failure(Failure.Kind.NO_SUCH_COMMAND, "exec: nope: not found"));

        var refused = herd("exec", "-d", "web", "nope");

        assertThat(refused.err()).isEqualTo("herd: web on a: exec: nope: not found\n");
        assertThat(refused.exit()).isEqualTo(127);
        assertThat(herd("exec", "--env-file", "nowhere", "web", "true").exit()).isEqualTo(125);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec nosuch true",
                "exec a/b/c true",
                "exec web",
                "exec --bad web true",
                "exec",
                "exec --node nosuch web true",
                "exec shut true",
                "exec -l x --filter mood=good true",
                "exec -d --filter mood=good true",
                "run",
                "run --bad busybox",
                "run -p x busybox",
                "run --template nosuch",
                "run --pull never nosuch",
                "run --name web busybox",
                "run -d --name web busybox",
                "run -it busybox"
            })
    void whatIsNotRunEndsWithDockersCode(String line) {
        create("web", "a", "--start");
        create("shut", "b");

        var printed = herd(line.split(" "));

        assertThat(printed.err()).startsWith("herd: ");
        assertThat(printed.exit()).isEqualTo(125);
    }

    @Test
    void aNodeThatDoesNotAnswerIsNoFailureOfTheCommandThatWasToRun() {
        cluster.lose("b");

        assertThat(herd("exec", "nosuch", "true").exit()).isEqualTo(3);
    }

    @Test
    void digestsAreAColumnOfTheirOwn() {
        assertThat(herd("images", "--digests").out().lines().map(it -> it.replaceAll(" {2,}", "|")))
                .startsWith("REPOSITORY|TAG|DIGEST|IMAGE ID|CREATED|SIZE|NODES")
                .anyMatch(line -> line.matches("other\\|1\\|<none>\\|[0-9a-f]{12}\\|.*"));
        assertThat(herd("images", "--digests", "other:1", "-q").out()).hasSize(13);
    }

    @Test
    void onlyWhatFitsAFilterIsPruned() {
        var id = create("web", "a", "-l", "x=1");
        create("db", "b", "-l", "x=2");

        assertThat(herd("container", "prune", "-f", "--filter", "label=x=1").out())
                .isEqualTo(id + "\n");
        assertThat(herd("ps", "-a", "--format", "{{.Names}}").out()).isEqualTo("db\n");
        assertThat(herd("container", "prune", "-f", "--filter", "mood=good").exit()).isEqualTo(1);
        assertThat(herd("container", "prune", "-f", "--filter", "mood").exit()).isEqualTo(2);
    }

    @Test
    void theFiltersOfPruningAreHandedOverAsTheyAre() {
        herd("image", "prune", "-af", "--filter", "until=24h", "--filter", "label!=keep");

        assertThat(cluster.sent().getLast().action().toString())
                .contains("PruneImages[all=true, filters={until=[24h], label!=[keep]}]");
    }

    @Test
    void whereAContainerIsPublishedIsTold() {
        create("web", "b", "--start", "-p", "8080:80", "-p", "8053:53/udp", "-p", "443:443");
        create("shut", "a", "--start");

        assertThat(herd("port", "web"))
                .isEqualTo(
                        new Printed(
                                """
                                53/udp -> 0.0.0.0:8053
                                80/tcp -> 0.0.0.0:8080
                                443/tcp -> 0.0.0.0:443
                                """,
                                "",
                                0));
        assertThat(herd("port", "web", "80").out()).isEqualTo("0.0.0.0:8080\n");
        assertThat(herd("container", "port", "web", "53/udp").out()).isEqualTo("0.0.0.0:8053\n");
        assertThat(herd("port", "web", "80", "--json").out())
                .contains("\"PrivatePort\": 80", "\"PublicPort\": 8080", "\"Node\": \"b\"");
        assertThat(herd("port", "shut")).isEqualTo(new Printed("", "", 0));
    }

    @Test
    void aPortThatIsNotPublishedIsNamed() {
        create("web", "b", "--start", "-p", "8080:80");

        assertThat(herd("port", "web", "80/udp"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: web: its port 80/udp is not published\n      see 'herd port web'\n",
                                1));
        assertThat(herd("port", "web", "http").err()).contains("invalid port 'http': use one");
        assertThat(herd("port", "web", "http").exit()).isEqualTo(2);
        assertThat(herd("port", "nosuch", "80").exit()).isEqualTo(4);
    }

    /** Creates a container; returns its id. */
    private String create(String name, String node, String... options) {
        var words = new ArrayList<>(List.of("container", "create", "--image", "busybox"));
        words.addAll(List.of("--name", name, "--node", node));
        words.addAll(List.of(options));
        var created = herd(words.toArray(String[]::new));
        assertThat(created.exit()).as(created.err()).isZero();
        return created.out().strip();
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.of(home)),
                arguments);
    }
}
