package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.model.RegistryLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes, networks, and the daemons themselves, over all nodes. */
class ResourcesTest {

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox", "other:1");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a), Flowing.of(a))
                    .with("b", new LocalNode(new NodeName("b"), b), Flowing.of(b));

    @Test
    void aVolumeIsCreatedOnEachNodeAndListedWithIt() {
        assertThat(herd("volume", "create", "--label", "x=1", "data"))
                .isEqualTo(new Printed("data\n", "", 0));

        assertThat(herd("volume", "ls"))
                .isEqualTo(
                        new Printed(
                                """
                                DRIVER   VOLUME NAME   NODE
                                local    data          a
                                local    data          b
                                """,
                                "",
                                0));
        assertThat(herd("volume", "ls", "-q", "--node", "b").out()).isEqualTo("data\n");
        assertThat(herd("volume", "ls", "--format", "{{.Name}} {{.Labels}} {{.Label \"x\"}}").out())
                .isEqualTo("data x=1 1\n".repeat(2));
        assertThat(herd("volume", "ls", "--json").out())
                .contains("\"volumes\": [", "\"Node\": \"a\"", "\"Node\": \"b\"");
    }

    @Test
    void volumesAreListedByTheNumbersInTheirNames() {
        List.of("data-10", "data-2", "data-1")
                .forEach(name -> herd("volume", "create", "--node", "a", name));

        assertThat(herd("volume", "ls", "-q").out()).isEqualTo("data-1\ndata-2\ndata-10\n");
    }

    @Test
    void aVolumeWithoutANameGetsTheSameOnAllNodes() {
        var name = herd("volume", "create").out().strip();

        assertThat(name).matches("[0-9a-f]{64}");
        assertThat(herd("volume", "ls", "-q").out()).isEqualTo((name + "\n").repeat(2));
    }

    @Test
    void aVolumeThatSeveralNodesHaveIsRemovedOnlyWhereTheUserSays() {
        herd("volume", "create", "data");

        assertThat(herd("volume", "rm", "data"))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: 'data' is a volume on 2 nodes, and each has data of its own
                                      say which: a/data, b/data; or those meant with --node a,b
                                """,
                                4));
        assertThat(herd("volume", "rm", "a/data")).isEqualTo(new Printed("a/data\n", "", 0));
        assertThat(herd("volume", "rm", "data")).isEqualTo(new Printed("data\n", "", 0));
        assertThat(herd("volume", "rm", "data").exit()).isEqualTo(4);
        assertThat(herd("volume", "rm", "-f", "data"))
                .isEqualTo(new Printed("", "herd: no such volume: data\n", 0));
        herd("volume", "create", "data");
        assertThat(herd("volume", "rm", "--node", "a,b", "data").out()).isEqualTo("data\n");
    }

    @Test
    void whoeverDoesNotAnswerIsNamed() {
        herd("volume", "create", "--node", "a", "data");
        cluster.lose("b");

        assertThat(herd("volume", "ls").exit()).isEqualTo(3);
        assertThat(herd("volume", "ls").err()).contains("node b: unreachable");
        assertThat(herd("volume", "inspect", "nosuch").err())
                .contains("no such volume on the nodes that answered: nosuch", "node b:");
        assertThat(herd("volume", "rm", "-f", "nosuch").exit()).isEqualTo(3);
        assertThat(herd("network", "create", "front").exit()).isEqualTo(3);
        assertThat(herd("system", "df").exit()).isEqualTo(3);
        assertThat(herd("system", "prune", "-f").err()).contains("node b: unreachable");
    }

    @Test
    void aNetworkIsRemovedFromAllNodesThatHaveIt() {
        assertThat(herd("network", "create", "front")).isEqualTo(new Printed("front\n", "", 0));
        assertThat(herd("network", "create", "--node", "a", "back").out())
                .matches("[0-9a-f]{64}\n");

        assertThat(herd("network", "rm", "front", "back", "nosuch"))
                .isEqualTo(
                        new Printed(
                                "front\nback\n",
                                "herd: no such network: nosuch\n      see 'herd network ls'\n",
                                4));
        assertThat(herd("network", "rm", "host").exit()).isEqualTo(1);
        assertThat(herd("network", "rm", "host").err())
                .contains("host on a: host is a pre-defined network and cannot be removed");
        assertThat(herd("network", "ls", "--node", "a", "--format", "{{.Name}}").out())
                .isEqualTo("bridge\nhost\nnone\n");
    }

    @Test
    void aContainerIsConnectedWhereItIs() {
        herd("network", "create", "front");
        var id = herd("create", "--node", "b", "--name", "web", "busybox").out().strip();

        assertThat(herd("network", "connect", "--alias", "www", "--ip", "10.1.2.3", "front", "web"))
                .isEqualTo(new Printed("", "", 0));
        var sent = cluster.sent().getLast();
        assertThat(sent.action())
                .isInstanceOfSatisfying(
                        Action.ConnectNetwork.class,
                        connect ->
                                assertThat(connect.body().text())
                                        .isEqualTo(
                                                "{\"Container\":\"%s\",\"EndpointConfig\":{\"Aliases\":[\"www\"],\"IPAMConfig\":{\"IPv4Address\":\"10.1.2.3\"}}}"
                                                        .formatted(id)));
        assertThat(herd("network", "disconnect", "-f", "front", "web"))
                .isEqualTo(new Printed("", "", 0));
        assertThat(cluster.sent().getLast().action())
                .isEqualTo(new Action.DisconnectNetwork("front", id, true));
        assertThat(herd("network", "connect", "nosuch", "web"))
                .isEqualTo(new Printed("", "herd: web on b: network nosuch not found\n", 4));
    }

    @Test
    void pruningSaysWhatIsGoneFromWhichNode() {
        herd("volume", "create", "data");
        herd("network", "create", "--node", "b", "front");
        var old = herd("create", "--node", "a", "busybox").out();

        assertThat(herd("volume", "prune", "-f").out()).isEmpty();
        assertThat(herd("volume", "prune", "-af").out()).isEqualTo("a/data\nb/data\n");
        assertThat(herd("system", "prune", "-f"))
                .isEqualTo(
                        new Printed(
                                "Deleted Containers:\n" + old + "Deleted Networks:\nb/front\n",
                                "herd: reclaimed 1kB on a\nherd: reclaimed 0B on b\n",
                                0));
        assertThat(herd("system", "prune").exit()).isEqualTo(2);
    }

    @Test
    void theDaemonsSayWhatTheyAreAndWhatTheyHold() {
        assertThat(herd("df", "--node", "a"))
                .isEqualTo(
                        new Printed(
                                """
                                TYPE            TOTAL   ACTIVE   SIZE   RECLAIMABLE   NODE
                                Images          1       1        4MB    0B (0%)       a
                                Containers      1       1        1kB    0B (0%)       a
                                Local Volumes   1       0        2kB    2kB (100%)    a
                                Build Cache     0       0        0B     0B            a
                                """,
                                "", 0));
        assertThat(herd("info", "--node", "b").out())
                .startsWith("Node: b\n Containers: 0\n  Running: 0\n")
                .contains(" Server Version: 27.0-memory\n", " Total Memory: 1GiB\n");
        assertThat(herd("system", "info", "-f", "{{.Node}} {{.Driver}}").out())
                .isEqualTo("a memory\nb memory\n");
    }

    @Test
    void anImageGetsOneMoreNameWhereItIs() {
        assertThat(herd("tag", "other:1", "mine/other")).isEqualTo(new Printed("", "", 0));

        assertThat(herd("images", "mine/other", "--format", "{{.Tag}} {{.Nodes}}").out())
                .isEqualTo("latest b\n");
        assertThat(herd("tag", "nosuch", "x"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: no such image: nosuch\n      see 'herd image ls -a'\n",
                                4));
    }

    @Test
    void nodesWithTheSameImageShareItsHistory() {
        assertThat(herd("history", "busybox").out())
                .contains("IMAGE", "CREATED BY", "COMMENT", "NODES")
                .contains("CMD [\"sh\"]", "a,b", "built by hand")
                .hasLineCount(3);
        assertThat(herd("history", "--human=false", "-q", "other:1").out().lines()).hasSize(2);
    }

    @Test
    void aContainerIsCommittedAndChangedWhereItIs() {
        var id = herd("create", "--node", "b", "--name", "web", "busybox").out().strip();

        assertThat(herd("commit", "-m", "hi", "-p=false", "-c", "CMD a", "web", "mine/web:2").out())
                .matches("sha256:[0-9a-f]{64}\n");
        assertThat(cluster.sent().getLast().action())
                .isEqualTo(
                        new Action.CommitContainer(
                                id,
                                Map.of(
                                        "author", "",
                                        "comment", "hi",
                                        "pause", "false",
                                        "changes", "CMD a",
                                        "repo", "mine/web",
                                        "tag", "2")));
        assertThat(herd("diff", "web")).isEqualTo(new Printed("A /tmp/new\n", "", 0));
        assertThat(herd("update", "-m", "1g", "--restart", "on-failure:3", "web").out())
                .isEqualTo("web\n");
        assertThat(cluster.sent().getLast().action().toString())
                .contains(
                        "{\"Memory\":1073741824,\"RestartPolicy\":{\"Name\":\"on-failure\",\"MaximumRetryCount\":3}}");
        assertThat(herd("update", "web").err())
                .contains("nothing is to be changed: give an option");
    }

    @Test
    void anArchiveOfImagesComesFromANodeThatHasThemAll() throws Exception {
        var file = home.resolve("images.tar");

        assertThat(herd("save", "-o", file.toString(), "busybox", "other:1"))
                .isEqualTo(new Printed("", "", 0));

        assertThat(Files.readString(file)).isEqualTo("busybox,other:1");
        assertThat(herd("load", "-i", file.toString()))
                .isEqualTo(
                        new Printed(
                                """
                                a: Loaded image: busybox
                                a: Loaded image: other:1
                                b: Loaded image: busybox
                                b: Loaded image: other:1
                                """,
                                "",
                                0));
        assertThat(herd("images", "other:1", "--format", "{{.Nodes}}").out()).isEqualTo("a,b\n");
        assertThat(herd("load", "-q", "-i", file.toString())).isEqualTo(new Printed("", "", 0));
    }

    @Test
    void imagesThatNoNodeHasTogetherAreNamed() throws Exception {
        var file = home.resolve("images.tar");
        Files.writeString(file, "before");
        herd("tag", "--node", "a", "busybox", "mine:1");

        assertThat(herd("save", "-o", file.toString(), "mine:1", "other:1"))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: no node has all of them: mine:1 is on a; other:1 is on b
                                      save them one by one
                                """,
                                1));
        assertThat(herd("save", "-o", file.toString(), "nosuch").exit()).isEqualTo(4);
        assertThat(herd("load", "-i", home.resolve("nosuch").toString()).err())
                .contains("cannot read '" + home.resolve("nosuch") + "'");
        assertThat(herd("save", "-o", home.toString(), "busybox").err())
                .contains("'%s' is a directory".formatted(home));
        assertThat(file).hasContent("before");
        assertThat(home).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aNodeThatDoesNotTakeAnArchiveIsNamed() throws Exception {
        var file = Files.writeString(home.resolve("images.tar"), "busybox");
        b.failNext(
                MemoryEngine.Call.OPEN, 1, new Failure(Failure.Kind.DAEMON_ERROR, "no space left"));

        assertThat(herd("load", "-i", file.toString()))
                .isEqualTo(
                        new Printed(
                                "a: Loaded image: busybox\n", "herd: node b: no space left\n", 3));
    }

    @Test
    void aContainerIsExportedFromWhereItIs() throws Exception {
        herd("create", "--node", "b", "--name", "web", "busybox");
        var file = home.resolve("web.tar");

        assertThat(herd("export", "-o", file.toString(), "web")).isEqualTo(new Printed("", "", 0));
        assertThat(file).hasContent("export of web");
        assertThat(herd("export", "-o", file.toString(), "nosuch").exit()).isEqualTo(4);
    }

    @Test
    void anImageIsPushedFromANodeThatHasIt() {
        assertThat(herd("push", "other:1"))
                .isEqualTo(new Printed("b: 1: digest: sha256:0 size: 1\n", "", 0));
        assertThat(herd("push", "nosuch").exit()).isEqualTo(4);
        b.registryWants(new RegistryLogin("x"));
        assertThat(herd("push", "other:1").exit()).isEqualTo(6);
        assertThat(herd("push", "other@sha256:12").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    volume rm a/b/c                                   | invalid name 'a/b/c': use NAME or NODE/NAME
                    volume rm --node a b/data                         | 'b/data' is on none of the nodes of --node
                    volume create --name x y                          | the volume has two names, 'y' and 'x'
                    network create --subnet 10.5.0.0/33 x             | invalid subnet '10.5.0.0/33'
                    network create --subnet 10.5.0.0/16 --gateway 10.6.0.1 x | --gateway 10.6.0.1 lies in no subnet
                    network create --subnet 10.5.0.0/16 --gateway 10.5.0.1 --gateway 10.5.0.2 x | --gateway is given twice for the subnet 10.5.0.0/16, as 10.5.0.1 and 10.5.0.2
                    tag busybox Mine                                  | invalid name 'Mine': use REPOSITORY[:TAG]
                    update --cpus many web                            | invalid number of processors 'many'
                    """)
    void wrongUsageIsNamed(String line, String message) {
        var printed = herd(line.split(" "));

        assertThat(printed.err()).contains(message);
        assertThat(printed.exit()).isEqualTo(2);
    }

    private Printed herd(String... arguments) {
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(Map.of(), Optional.of(home)),
                arguments);
    }
}
