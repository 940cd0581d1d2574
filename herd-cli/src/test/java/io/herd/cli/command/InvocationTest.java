package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.agent.LocalNode;
import io.herd.cli.config.KeyFile;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.JoinException;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final InProcessCluster cluster = new InProcessCluster().with("a", a).with("b", b);
    private final AtomicReference<ClusterSettings> settings = new AtomicReference<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void templates() throws Exception {
        var templates = Files.createDirectory(home.resolve("templates"));
        Files.writeString(
                templates.resolve("test.json"), "{\"Image\":\"busybox\",\"Cmd\":[\"sh\"]}");
        Files.writeString(templates.resolve("broken.json"), "{\n  \"Image\" \"busybox\"\n}");
    }

    @Test
    void nodesAreListedWithTheirDaemons() {
        b.down();

        var printed = herd("node", "ls");

        assertThat(printed.out().replace(io.herd.model.Version.CURRENT, "VERSION"))
                .isEqualTo(
                        """
                        NAME   STATUS        POOL         ADDRESS       CONTAINERS   IMAGES   CPUS   MEMORY   DOCKER        HERD
                        a      ready         registered   a.test:7800   0            1        2      1GiB     27.0-memory   VERSION
                        b      daemon down   registered   b.test:7800   -            -        -      -        -             VERSION
                        """);
        assertThat(printed.err())
                .isEqualTo(
                        "herd: node b: cannot reach the Docker daemon in memory: no such socket\n");
        assertThat(printed.exit()).isEqualTo(3);
    }

    @Test
    void aNodeThatDoesNotAnswerIsNamed() {
        cluster.lose("b");

        var printed = herd("node", "ls");

        assertThat(printed.out()).containsPattern("(?m)^b +no answer +- +b.test:7800 +-");
        assertThat(printed.err()).isEqualTo("herd: node b: unreachable: lost\n");
        assertThat(printed.exit()).isEqualTo(3);
    }

    @Test
    void aHerdWithNobodyInItIsNoAgent() {
        cluster.leave("a");
        cluster.leave("b");

        assertThat(herd("ps"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: nobody is in the herd: see 'herd doctor', and the agents' logs\n",
                                5));
        assertThat(herd("ps", "--node", "a").exit()).isEqualTo(5);
    }

    @Test
    void anUnregisteredNodeGetsNothingNewAndIsAskedAsAnyOther() {
        herd(
                "container",
                "create",
                "--template",
                "test",
                "--name",
                "old",
                "--node",
                "b",
                "--start");

        assertThat(herd("node", "unregister", "b")).isEqualTo(new Printed("b\n", "", 0));

        assertThat(herd("node", "ls").out()).containsPattern("(?m)^b +ready +unregistered ");
        var created = herd("container", "create", "--template", "test", "-n", "3");
        assertThat(created.err())
                .contains("created 3 on a", "node b was passed over: it is unregistered");
        assertThat(created.exit()).isZero();
        assertThat(herd("ps", "-q").out().lines()).hasSize(1);
        assertThat(herd("ps", "--json").out().replaceAll("\\s", ""))
                .contains("\"asked\":[\"a\",\"b\"]");
        assertThat(herd("ps", "-q", "--node", "b").out().lines()).hasSize(1);
        assertThat(herd("container", "stop", "old").out()).isEqualTo("old\n");

        assertThat(herd("node", "register", "b").exit()).isZero();
        assertThat(herd("ps", "-aq").out().lines()).hasSize(4);
    }

    @Test
    void containersGoWhereTheLabelsSay() {
        assertThat(
                        herd(
                                        "node",
                                        "update",
                                        "--label-add",
                                        "zone=east",
                                        "--label-add",
                                        "disk=ssd",
                                        "b")
                                .out())
                .isEqualTo("b\n");
        assertThat(herd("node", "update", "--label-rm", "disk", "b").exit()).isZero();
        assertThat(herd("node", "inspect", "b").out().replaceAll("\\s", ""))
                .contains("\"Labels\":{\"zone\":\"east\"}", "\"Name\":\"b\"");

        var east =
                herd(
                        "container",
                        "create",
                        "--template",
                        "test",
                        "-n",
                        "3",
                        "--constraint",
                        "node.labels.zone==east");
        assertThat(east.err())
                .contains(
                        "created 3 on b",
                        "node a was passed over: it does not fulfil node.labels.zone==east");
        assertThat(east.exit()).isZero();
        var west =
                herd(
                        "container",
                        "create",
                        "--template",
                        "test",
                        "--constraint",
                        "node.labels.zone==west");
        assertThat(west.err()).contains("no node can take it");
        assertThat(west.exit()).isEqualTo(1);
        assertThat(
                        herd(
                                        "container",
                                        "create",
                                        "--template",
                                        "test",
                                        "--constraint",
                                        "node.labels.zone != east")
                                .exit())
                .isZero();
        assertThat(herd("ps", "-aq", "--node", "a").out().lines()).hasSize(1);
        assertThat(herd("node", "update", "b").err())
                .contains("nothing to change: use --label-add");
        assertThat(
                        herd(
                                        "container",
                                        "create",
                                        "--template",
                                        "test",
                                        "--constraint",
                                        "zone=east")
                                .err())
                .contains("invalid constraint 'zone=east': use node.labels.K==V");
    }

    @Test
    void theLabelsAnAgentIsStartedWithAreTheNodesToo() {
        var own = Map.of("zone", "west", "disk", "ssd");
        cluster.with("b", new LocalNode(new NodeName("b"), b, own));
        assertThat(
                        herd("node", "ls", "--format", "{{.Name}} {{.Labels}} {{.Label \"zone\"}}")
                                .out())
                .isEqualTo("a  \nb disk=ssd,zone=west west\n");

        herd("node", "update", "--label-add", "zone=east", "b");

        assertThat(herd("node", "inspect", "b").out().replaceAll("\\s", ""))
                .contains("\"Labels\":{\"disk\":\"ssd\",\"zone\":\"east\"}");
        assertThat(createOn("node.labels.zone==east").err()).contains("created 2 on b");
        assertThat(createOn("node.labels.disk!=ssd").err()).contains("created 2 on a");
        assertThat(herd("node", "update", "--label-rm", "zone", "b").exit()).isZero();
        assertThat(createOn("node.labels.zone==west").err()).contains("created 2 on b");
        assertThat(herd("node", "update", "--label-rm", "zone", "b"))
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: node b: refused: label 'zone' is the agent's own: start it without --label zone=west, "
                                        + "or give another value with --label-add zone=VALUE\n",
                                1));
    }

    private Printed createOn(String constraint) {
        return herd(
                "container", "create", "--template", "test", "-n", "2", "--constraint", constraint);
    }

    @Test
    void aNodeThatCannotBeUnregisteredIsNamed() {
        b.down();

        var printed = herd("node", "unregister", "b");

        assertThat(printed.err()).startsWith("herd: node b: cannot reach the Docker daemon");
        assertThat(printed.exit()).isEqualTo(1);
        assertThat(herd("node", "unregister", "zebra").exit()).isEqualTo(4);
    }

    @Test
    void aHerdIsUsedFromCreationToRemoval() {
        var created =
                herd(
                        "container",
                        "create",
                        "--template",
                        "test",
                        "-n",
                        "3",
                        "--start",
                        "--name",
                        "web");

        assertThat(created.exit()).isZero();
        assertThat(created.out().lines()).hasSize(3).allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(created.err()).isEqualTo("herd: created 2 on a, 1 on b\n");
        assertThat(herd("ps", "-q").out().lines()).hasSize(3);
        assertThat(herd("container", "stop", "web-1", "b/web-2", "web-3"))
                .isEqualTo(new Printed("web-1\nb/web-2\nweb-3\n", "", 0));
        assertThat(herd("ps", "-q").out()).isEmpty();
        assertThat(herd("ps", "-aq").out().lines()).hasSize(3);
        assertThat(herd("container", "rm", "web-1", "web-2", "web-3").exit()).isZero();
        assertThat(herd("ps", "-aq").out()).isEmpty();
    }

    @Test
    void anImageNeedsNoTemplate() {
        var id = herd("container", "create", "--image", "busybox", "sleep", "100").out().strip();

        assertThat(herd("container", "inspect", id).out()).contains("\"Node\": \"a\"", id);
    }

    @Test
    void theInstancesOfATemplateDifferByItsVariables() throws Exception {
        var mine = Files.createDirectory(home.resolve("mine"));
        Files.writeString(
                mine.resolve("web.json"),
                "{\"Image\":\"busybox\",\"Hostname\":\"${name}.${node}\",\"Env\":[\"PORT=${base}${instance}\",\"SHELL=$SHELL\"]}");

        var created =
                herd(
                        "container",
                        "create",
                        "--templates",
                        mine.toString(),
                        "--template",
                        "web",
                        "-n",
                        "2",
                        "--name",
                        "${node}-web",
                        "--set",
                        "base=80");

        assertThat(created.exit()).isZero();
        assertThat(herd("container", "inspect", "a-web", "b-web").out())
                .contains("\"a-web.a\"", "\"PORT=801\"", "\"b-web.b\"", "\"PORT=802\"", "$SHELL");
    }

    @Test
    void aVariableThatIsNotSetIsFoundBeforeAnythingIsCreated() throws Exception {
        Files.writeString(home.resolve("templates/web.json"), "{\"Image\":\"${image}\"}");

        var printed = herd("container", "create", "--template", "web", "--set", "img=x");

        assertThat(printed)
                .isEqualTo(
                        new Printed(
                                "",
                                "herd: template 'web': the variable 'image' is not set, only img, instance, node: "
                                        + "give it with --set image=VALUE, or write $${image} if it is none\n",
                                2));
        assertThat(cluster.sent()).isEmpty();
    }

    @Test
    void aDryRunShowsThePlanAndCreatesNothing() {
        assertThat(
                        herd(
                                "container",
                                "create",
                                "--template",
                                "test",
                                "-n",
                                "3",
                                "--name",
                                "web",
                                "--dry-run"))
                .isEqualTo(
                        new Printed(
                                """
                                INSTANCE   NAME    NODE
                                1          web-1   a
                                2          web-2   b
                                3          web-3   a
                                """,
                                "",
                                0));
        assertThat(
                        herd("container", "create", "--template", "test", "--dry-run", "--json")
                                .out()
                                .replaceAll("\\s", ""))
                .contains("\"plan\":[{\"Instance\":1,\"Node\":\"a\",\"Existed\":false}]");
        assertThat(herd("ps", "-aq").out()).isEmpty();
    }

    @Test
    void aRepeatedCommandCreatesNothingTwice() {
        var first =
                herd("container", "create", "--template", "test", "-n", "2", "--request-id", "r");

        var again =
                herd("container", "create", "--template", "test", "-n", "2", "--request-id", "r");

        assertThat(again)
                .isEqualTo(
                        new Printed(first.out(), "herd: there were already 1 on a, 1 on b\n", 0));
    }

    @Test
    void anOrderForFewerRemovesNothingAndSaysHowTo() {
        herd("create", "--name", "w-${instance}", "-n", "4", "--request-id", "r", "busybox");

        var fewer =
                herd(
                        "create",
                        "--name",
                        "w-${instance}",
                        "-n",
                        "2",
                        "--request-id",
                        "r",
                        "busybox");

        assertThat(fewer.err())
                .contains(
                        "2 more of an earlier order with this request id are there and are not removed; to remove them: herd rm -f ")
                .containsPattern("[ab]/w-3 [ab]/w-4\n");
        assertThat(fewer.exit()).isZero();
        assertThat(herd("ps", "-aq").out().lines()).hasSize(4);
    }

    @Test
    void aSocketThatIsNoneIsTheErrorItself() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        for (var socket : List.of(home.resolve("none"), file)) {
            var asked =
                    run(
                            (_, _, _) -> {
                                throw new JoinException(
                                        JoinException.Reason.NO_AGENT, "no agent at 7800");
                            },
                            "ps",
                            "--socket",
                            socket.toString());

            assertThat(asked.err()).contains(socket.toString(), "socket").doesNotContain("7800");
            assertThat(asked.exit()).isEqualTo(5);
        }
    }

    @Test
    void aNewKeyMakesItsDirectoryForItsOwnerAlone() throws Exception {
        var file = home.resolve("new/dir/key");

        assertThat(herd("key", "new", file.toString())).isEqualTo(new Printed("", "", 0));

        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void whatMayBeOnANodeThatIsSilentIsNotCreatedTwice() {
        herd("container", "create", "--template", "test", "-n", "2", "--request-id", "r");
        cluster.lose("b");

        var again =
                herd("container", "create", "--template", "test", "-n", "2", "--request-id", "r");

        assertThat(again.err())
                .isEqualTo(
                        """
                        herd: there were already 1 on a
                        herd: node b: unreachable: lost
                        herd: instance 2 was not created: it may be on b, which did not say
                              give the same command, with --request-id r, when b is back
                        """);
        assertThat(again.exit()).isEqualTo(3);
    }

    @Test
    void allOrNothingSaysWhatWasRemovedAgain() {
        herd("container", "create", "--template", "test", "--name", "web-2", "--node", "b");

        var printed =
                herd(
                        "container",
                        "create",
                        "--template",
                        "test",
                        "-n",
                        "2",
                        "--name",
                        "web",
                        "--all-or-nothing");

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .containsPattern(
                        "herd: web-1 on a \\([0-9a-f]{12}\\) was removed again, since not all could be made")
                .contains("herd: web-2: b: Conflict.");
        assertThat(printed.exit()).isEqualTo(1);
        assertThat(herd("ps", "-aq").out().lines()).hasSize(1);
    }

    @Test
    void jsonIsOneObjectThatAccountsForTheNodes() {
        herd("container", "create", "--template", "test");
        cluster.lose("b");

        var printed = herd("container", "ls", "-a", "--json");

        assertThat(printed.out().replaceAll("\\s", ""))
                .startsWith(
                        "{\"nodes\":{\"asked\":[\"a\",\"b\"],\"answered\":[\"a\"],\"failed\":[{\"node\":\"b\",\"error\":\"unreachable:lost\",\"code\":\"unreachable\"}]},\"containers\":[{\"Id\":\"")
                .contains("\"Names\":[\"/", "\"Image\":\"busybox\"", "\"Node\":\"a\"")
                .endsWith("}],\"errors\":[]}");
        assertThat(printed.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start nope | not_found",
                "image rm nope | not_found",
                "volume rm nope | not_found",
                "kill web-1 | conflict",
                "create --name web-1 busybox | conflict",
                "create nosuchimage | not_found",
                "ps --fliter a=b | usage",
                "foo | usage",
                "template show nope | not_found",
                "ps --node z | not_found"
            })
    void anErrorHasACodeThatProgramsCanRelyOn(String words, String code) {
        herd("create", "--name", "web", "-n", "2", "busybox");

        var printed = herd(("--json " + words).split(" ", -1));

        assertThat(printed.out()).contains("\"code\": \"" + code + "\"");
        assertThat(printed.exit()).isNotZero();
    }

    @Test
    void aContainerThatIsNowhereIsNamedAndTheOthersAreDone() {
        herd("container", "create", "--template", "test", "--name", "web");

        assertThat(herd("container", "start", "nope", "web"))
                .isEqualTo(
                        new Printed(
                                "web\n",
                                "herd: no such container: nope\n      see 'herd container ls -a'\n",
                                4));
    }

    @Test
    void aContainerThatIsNotFoundMayBeOnTheNodeThatIsMissing() {
        cluster.lose("b");

        assertThat(herd("container", "start", "nope"))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: node b: unreachable: lost
                                herd: no such container on the nodes that answered: nope
                                      it may be on b
                                """,
                                3));
    }

    @Test
    void aNodeThatIsGoneIsNamedUntilItIsForgotten() {
        cluster.die("z", Duration.ofMinutes(5), Optional.of(4));
        var why =
                "herd: node z: unreachable: gone for 5 min; if it will not come back: herd node forget z\n";

        var nodes = herd("node", "ls");
        assertThat(nodes.out())
                .containsPattern("(?m)^z +gone 5 minutes ago +- +z.test:7800 +4 +- ");
        assertThat(nodes.err()).isEqualTo(why);
        assertThat(nodes.exit()).isEqualTo(3);
        assertThat(herd("node", "ls", "--json").out())
                .contains("\"GoneSince\": ", "\"Containers\": 4");
        assertThat(herd("ps", "-q")).isEqualTo(new Printed("", why, 3));
        assertThat(herd("exec", "nope", "true").err())
                .isEqualTo(
                        why
                                + "herd: no such container on the nodes that answered: nope\n"
                                + "      it may be on z\n");
        assertThat(herd("ps", "--node", "z").err()).contains("node 'z' is gone for 5 min");
        var ill = herd("doctor", "--exit-zero");
        assertThat(ill.exit()).isEqualTo(1);
        assertThat(ill.out()).contains("problem: z was lost and is not back");

        assertThat(herd("node", "forget", "a").exit()).isEqualTo(4);
        assertThat(herd("node", "forget", "z")).isEqualTo(new Printed("z\n", "", 0));
        assertThat(herd("ps", "-q").exit()).isZero();
    }

    @Test
    void whatIsCreatedIsNamedAsInDockerOrByAnOption() {
        herd("create", "--name", "one", "busybox", "sleep", "-x");
        herd("create", "--name", "two", "--image", "busybox", "--", "sleep", "-x");

        assertThat(herd("ps", "-a", "--no-trunc", "--format", "{{.Image}} {{.Command}}").out())
                .isEqualTo("busybox \"sleep -x\"\nbusybox \"sleep -x\"\n");
    }

    @Test
    void aNameIsGivenOnlyOnceInTheHerd() {
        herd("container", "create", "--template", "test", "--name", "web", "--node", "a");

        var printed =
                herd("container", "create", "--template", "test", "--name", "web", "--node", "b");

        assertThat(printed.err())
                .startsWith(
                        "herd: web: a: Conflict. The container name \"/web\" is already in use");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @Test
    void noContainerIsRenamedToANameThatAnotherNodeHas() {
        herd("container", "create", "--template", "test", "--name", "web", "--node", "a");
        herd("container", "create", "--template", "test", "--name", "other", "--node", "b");

        var printed = herd("container", "rename", "other", "/web");

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .matches(
                        "herd: other on b: Conflict. The container name \"/web\" is already in use by container \"[0-9a-f]{64}\" on a. You have to remove .*\n");
        assertThat(printed.exit()).isEqualTo(1);
        assertThat(herd("rename", "b/other", "web").exit()).isEqualTo(1);
        assertThat(herd("rename", "--node", "b", "other", "web").exit()).isEqualTo(1);
        assertThat(herd("ps", "-a", "--format", "{{.Node}}/{{.Names}}").out().lines())
                .containsExactlyInAnyOrder("a/web", "b/other");
        assertThat(herd("rename", "other", "web.2").exit()).isZero();
    }

    @Test
    void whoeverRenamesAContainerToItsOwnNameHearsTheDaemonEvenIfAnotherNodeHasTheName() {
        herd("container", "create", "--template", "test", "--name", "web", "--node", "a");
        cluster.leave("a");
        herd("container", "create", "--template", "test", "--name", "web", "--node", "b");
        cluster.with("a", a);

        assertThat(herd("rename", "b/web", "web").err())
                .startsWith("herd: b/web on b: Conflict. The container name \"/web\"")
                .doesNotContain(" on a");
    }

    @Test
    void aNodeThatDoesNotSayWhetherItHasANameIsNamedAndTheContainerRenamed() {
        herd("container", "create", "--template", "test", "--name", "web", "--node", "a");
        cluster.lose("b");

        assertThat(herd("rename", "web", "shop"))
                .isEqualTo(new Printed("web\n", "herd: node b: unreachable: lost\n", 3));
        assertThat(herd("ps", "-a", "--node", "a", "--format", "{{.Names}}").out())
                .isEqualTo("shop\n");
    }

    @Test
    void anAmbiguousReferenceListsTheCandidates() {
        herd("container", "create", "--template", "test", "--name", "web", "--node", "a");
        cluster.leave("a");
        herd("container", "create", "--template", "test", "--name", "web", "--node", "b");
        cluster.with("a", a);

        var printed = herd("container", "stop", "web");

        assertThat(printed.err())
                .matches(
                        "herd: 'web' fits 2 containers\n      say which: a/web \\([0-9a-f]{12}\\), b/web \\([0-9a-f]{12}\\)\n");
        assertThat(printed.exit()).isEqualTo(4);
    }

    @Test
    void whatTheDaemonSaysIsPassedOn() {
        herd("container", "create", "--template", "test", "--name", "web", "--start");

        var printed = herd("container", "rm", "web");

        assertThat(printed.err())
                .startsWith("herd: web on a: You cannot remove a running container");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @Test
    void aMissingImageIsReportedForEachInstance() {
        var printed = herd("container", "create", "--image", "nope", "-n", "2");

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .isEqualTo(
                        """
                        herd: instance 1: a, b: No such image: nope:latest
                              fetch it with 'herd image pull nope'
                        herd: instance 2: b, a: No such image: nope:latest
                              fetch it with 'herd image pull nope'
                        """);
        assertThat(printed.exit()).isEqualTo(4);
    }

    @Test
    void anUnreachableDaemonIsNamedAndTheOthersAreListed() {
        b.down();

        var printed = herd("container", "ls");

        assertThat(printed.out()).startsWith("CONTAINER ID");
        assertThat(printed.err())
                .isEqualTo(
                        "herd: node b: cannot reach the Docker daemon in memory: no such socket\n");
        assertThat(printed.exit()).isEqualTo(3);
    }

    @Test
    void withoutADaemonNothingIsCreated() {
        a.down();
        b.down();

        var printed = herd("container", "create", "--template", "test");

        assertThat(printed.err())
                .contains(
                        "node a was passed over", "node b was passed over", "no node can take it");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "1.5", "10001", "99999999999"})
    void aNumberOfInstancesThatIsNoneIsNamed(String number) {
        var printed = herd("container", "create", "--template", "test", "-n", number);

        assertThat(printed.err()).contains("'" + number + "'", "use 1 to 10000");
        assertThat(printed.exit()).isEqualTo(2);
    }

    @Test
    void anUnknownTemplateIsNamedWithTheKnownOnes() {
        var printed = herd("container", "create", "--template", "tset");

        assertThat(printed.err()).contains("no template 'tset'", "there are broken, test");
        assertThat(printed.exit()).isEqualTo(4);
    }

    @Test
    void aMalformedTemplateIsShownWithItsLineAndColumn() {
        var printed = herd("container", "create", "--template", "broken");

        assertThat(printed.err()).contains("broken.json:2:11: expected ':'");
        assertThat(printed.exit()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsNotInTheHerdIsNamedWithThoseThatAre() {
        assertThat(herd("ps", "--node", "zebra"))
                .isEqualTo(
                        new Printed(
                                "", "herd: no node 'zebra' in the herd: its nodes are a, b\n", 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "frobnicate                           | unknown command 'frobnicate' for 'herd'",
                "prune                                | did you mean 'herd container prune' or 'herd image prune' or 'herd volume prune'? Or see 'herd --help'",
                "stpo web                             | did you mean 'herd stop'? Or see 'herd --help'",
                "foo container stop                   | unknown command 'foo' for 'herd'",
                "--frobnicate container stop          | unknown option '--frobnicate'",
                "foo ps -a                            | unknown command 'foo' for 'herd'",
                "help foo                             | unknown command 'foo' for 'herd', see 'herd --help'",
                "help node foo                        | unknown command 'foo' for 'herd node', see 'herd node --help'",
                "contianer ls                         | did you mean 'herd container'? Or see 'herd --help'",
                "container lgos web                   | did you mean 'herd container logs'? Or see 'herd container --help'",
                "container strat web                  | did you mean 'herd container start'? Or see 'herd container --help'",
                "container inspct web                 | did you mean 'herd container inspect'? Or see 'herd container --help'",
                "ps --fromat=json                     | did you mean '--format'? Or see 'herd ps --help'",
                "create --restrat=always busybox      | did you mean '--restart'? Or see 'herd create --help'",
                "ps --quite                           | did you mean '--quiet'? Or see 'herd ps --help'",
                "container frobnicate                 | unknown command 'frobnicate' for 'herd container'",
                "node ls frobnicate                   | unexpected argument 'frobnicate'",
                "container ls --frobnicate            | unknown option '--frobnicate'",
                "container create                     | say what to create from: an IMAGE, --template TEMPLATE or --raw FILE",
                "container create --image a --raw b   | mutually exclusive",
                "container create --template test sh  | 'sh': a command goes with an image only",
                "container create --image a --set b   | 'b' sets no variable",
                "container create --image a --set 1=b | '1=b' sets no variable",
                "container create --image a --set node=b | herd itself sets 'node'",
                "container create --image a --request-id b/c | invalid request id 'b/c'",
                "container start                      | which containers? Name them, or select them with --filter NAME=VALUE",
                "container stop -f label=x web        | 'web' is one too many: --filter and --label select the containers",
                "stats -l x web                       | 'web' is one too many: --filter and --label select the containers",
                "container rm --filter mood           | invalid filter 'mood'",
                "container rm --filter name=          | filter 'name=' has no value",
                "container logs -l x --label=         | filter 'label=' has no value",
                "container stop -t x web              | invalid number of seconds 'x'",
                "container start a/b/c                | invalid container 'a/b/c'",
                "ps --deadline soon                    | invalid duration 'soon'",
                "ps --deadline 0s                      | invalid duration '0s'",
                "ps --node -x                         | --node",
                "ps --join host:port                  | invalid address 'host:port'",
                "ps --bind 1.2.3.4:99999              | invalid address '1.2.3.4:99999'",
                "ps -f mood                           | invalid filter 'mood'",
                "ps -n x                              | invalid number of containers 'x'",
                "ps --format {{.Mood}}                | unknown field '.Mood': use .ID, .Names",
                "node ls --format {{.Mood}}           | unknown field '.Mood': use .Name, .Status",
                "images --format {{.Label}}           | unknown field '.Label': use .ID, .Repository",
                "image pull                           | Missing required parameter: 'IMAGE'",
                "container rename a                   | Missing required parameter: 'NAME'",
                "node update --label-add zone b       | invalid label 'zone': use K=V",
                "node update --label-add !=x b        | invalid label '!=x': use K=V",
                "agent --label zone                   | invalid label 'zone': use K=V",
                "container prune                      | no terminal to ask on: use -f",
                "image prune                          | no terminal to ask on: use -f",
                "container                            | 'herd container' needs a command"
            })
    void wrongUsageIsNamed(String arguments, String message) {
        var printed = herd(arguments.isEmpty() ? new String[0] : arguments.strip().split(" +"));

        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .contains("herd: ")
                .contains(message)
                .doesNotContain("Exception", "    at ");
        assertThat(printed.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--json, 2, needs a command",
        "--json ps --nonsense, 2, --nonsense",
        "ps --json --node zebra, 4, zebra",
        "create --json --template tset, 4, no template 'tset'"
    })
    void aCommandThatComesToNoResultSaysSoInJsonToo(String line, int exit, String why) {
        var printed = herd(line.split(" "));

        assertThat(printed.out().replaceAll("\\s", ""))
                .startsWith(
                        "{\"nodes\":{\"asked\":[],\"answered\":[],\"failed\":[]},\"errors\":[{");
        assertThat(printed.out()).contains(why);
        assertThat(printed.exit()).isEqualTo(exit);
    }

    @Test
    void globalOptionsMayStandAnywhere() {
        assertThat(herd("--json", "node", "ls").out()).startsWith("{");
        assertThat(herd("node", "--json", "ls").out()).startsWith("{");
        assertThat(herd("node", "ls", "--json").out()).startsWith("{");
    }

    @Test
    void theEnvironmentGivesWhatNoOptionGives() {
        environment.putAll(
                Map.of("HERD_CLUSTER", "cows", "HERD_JOIN", "h1,h2:7000", "HERD_DEADLINE", "5s"));

        herd("node", "ls", "--cluster", "sheep");

        assertThat(settings.get().herd()).isEqualTo("sheep");
        assertThat(settings.get().join())
                .containsExactly(new HostPort("h1", 7800), new HostPort("h2", 7000));
    }

    @Test
    void aFlagThatTheEnvironmentHasSetStaysSet() {
        environment.put("HERD_JSON", "true");

        assertThat(herd("node", "ls").out()).startsWith("{");
        assertThat(herd("node", "ls", "--json").out()).startsWith("{");
    }

    @Test
    void theNameOfANodeIsNotThatOfAContainer() {
        environment.put("HERD_NAME", "a");

        herd("container", "create", "--template", "test");

        assertThat(herd("ps", "-a", "--no-trunc").out()).contains("made_up_1");
    }

    @Test
    void withoutAnAgentNothingIsDone() {
        var printed =
                run(
                        (_, _, _) -> {
                            throw new JoinException(
                                    JoinException.Reason.NO_AGENT, "no agent answered");
                        },
                        "ps");

        assertThat(printed).isEqualTo(new Printed("", "herd: no agent answered\n", 5));
    }

    @Test
    void anAgentOpensNoHttpThatOthersCanReach() {
        var printed = herd("agent", "--name", "a", "--http", "0.0.0.0:8080");

        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.err())
                .contains("0.0.0.0", "where others could read along: give --key", "127.0.0.1:8080")
                .doesNotContain("Exception");
    }

    @Test
    void whoShowsNoTokenIsServedOnLoopbackAlone() throws Exception {
        var key = home.resolve("key").toString();
        assertThat(herd("key", "new", key).exit()).isZero();

        var printed =
                herd("agent", "--http", "0.0.0.0:8080", "--key", key, "--http-anonymous", "x");

        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.err())
                .contains("--http-anonymous is for the loopback interface alone", "0.0.0.0:8080");
    }

    @Test
    void whomSomebodyActsForHasAName() {
        var printed = herd("agent", "--http", "127.0.0.1:8080", "--http-anonymous", "a b");

        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.err()).contains("invalid name of a user 'a b'");
    }

    @Test
    void aCertificateComesWithItsKey() {
        var one = herd("agent", "--http", "127.0.0.1:8080", "--tls-cert", "/none");
        assertThat(one.exit()).isEqualTo(2);
        assertThat(one.err()).contains("--tls-cert and --tls-key belong together");

        var none =
                herd(
                        "agent",
                        "--http",
                        "127.0.0.1:8080",
                        "--tls-cert",
                        "/none",
                        "--tls-key",
                        "/none");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("cannot read the certificate /none: ");
    }

    @Test
    void anHttpAddressThatIsNoneIsWrongUsage() {
        assertThat(herd("agent", "--http", "127.0.0.1:70000").exit()).isEqualTo(2);
    }

    @Test
    void helpIsNoError() {
        assertThat(herd("--help").out())
                .contains("agent", "node", "container", "key", "version", "--join");
        assertThat(herd("--help").exit()).isZero();
    }

    @Test
    void whoeverTypesNothingIsShownTheHelp() {
        assertThat(herd()).isEqualTo(herd("--help"));
        assertThat(herd("help")).isEqualTo(herd("--help"));
    }

    @Test
    void helpStandsInFrontOrBehind() {
        assertThat(herd("help", "container", "ls")).isEqualTo(herd("container", "ls", "--help"));
        assertThat(herd("help", "run")).isEqualTo(herd("run", "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-v"})
    void theVersionIsShown(String typed) {
        assertThat(herd(typed)).isEqualTo(new Printed("herd " + Version.CURRENT + "\n", "", 0));
    }

    @Test
    void theHelpShowsEachCommandOnce() {
        var help = herd("--help").out();

        var commands = Commands.all(inShell((_, _, _) -> Exit.OK)).subcommands().keySet();
        assertThat(commands)
                .filteredOn(name -> !name.startsWith("__"))
                .allSatisfy(name -> assertThat(help).containsOnlyOnce("\n  " + name + "  "));
    }

    @Test
    void theHelpOfACommandShowsItsOwnOptions() {
        assertThat(herd("container", "ls", "--help").out())
                .isEqualTo(
                        """
                        Usage: herd container ls [OPTIONS]
                        List the containers of all nodes.
                          -a, --all                 Show all containers (default shows just running).
                          -f, --filter=NAME=VALUE   Filter output based on conditions provided;
                                                      repeatable. The filters are docker's.
                              --format=FORMAT       Format output: table, json, or a template such as
                                                      '{{json .}}'.
                          -l, --latest              Show the latest created container (includes all
                                                      states).
                              --mine                Show only your own.
                          -n, --last=N              Show N last created containers (includes all
                                                      states).
                              --owner               Show whose they are.
                          -s, --size                Display total file sizes.

                        Options that all commands have: see 'herd --help'.
                        """);
        assertThat(herd("container", "create", "--help").out())
                .startsWith("Usage: herd container create [OPTIONS] [IMAGE] [COMMAND...]")
                .contains("--template", "--raw")
                .doesNotContain("--join");
    }

    @Test
    void aNewKeyIsForItsOwnerAloneAndNeverWrittenOver() throws Exception {
        var file = home.resolve("key");

        assertThat(herd("key", "new", file.toString()).exit()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(herd("key", "new", file.toString()).err())
                .contains("is there already and is not overwritten");
        assertThat(herd("ps", "--key", file.toString()).exit()).isZero();
        assertThat(settings.get().key().orElseThrow().secret())
                .hasSize(43)
                .isEqualTo(Files.readString(file).strip());
        assertThat(herd("key", "new").out()).hasSize(44).isNotEqualTo(herd("key", "new").out());
    }

    @Test
    void aSecondLineOfTheKeyFileIsAnotherKeyThatIsAccepted() throws Exception {
        var shown = KeyFile.fresh();
        var accepted = KeyFile.fresh();

        assertThat(herd("ps", "--key", keyFile(shown + "\n\n" + accepted + "\n")).exit()).isZero();
        assertThat(settings.get().key().orElseThrow().secrets()).containsExactly(shown, accepted);

        assertThat(herd("ps", "--key", keyFile(shown + "\nshort\n")).err())
                .contains("line 2: the key is shorter than 32 characters");
        assertThat(herd("ps", "--key", keyFile((shown + "\n").repeat(3))).err())
                .contains("line 3: a third key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "abababababababababababababababababababababab",
                "a sentence that somebody thought of, long as it is",
                "correcthorsebatterystaplecorrecthorsebattery",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop==="
            })
    void aKeyThatCanBeGuessedIsRefused(String weak) throws Exception {
        assertThat(herd("ps", "--key", keyFile(weak + "\n")).err())
                .contains("line 1: this is no key of 32 random bytes", "herd key new FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q1Zx3Hf0sT9vLw2RkJ7yBn5MdGpXcE8uAoI4lUbVhYg",
                "j8K2+xW0vQ/3mZr9TnLb5HcFdYpS7aUeGi1oXwR4tBk=",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void thirtyTwoRandomBytesOfOtherToolsAreAKey(String key) throws Exception {
        assertThat(herd("ps", "--key", keyFile(key + "\n")).exit()).isZero();
    }

    @Test
    void aKeyFileThatIsNoFileIsNotWaitedFor() throws Exception {
        var pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(herd("ps", "--key", pipe.toString()).err()).contains(pipe + " is no file");
    }

    @Test
    void aKeyThatItsGroupCanReadIsRefused() throws Exception {
        var file = keyFile(KeyFile.fresh());
        Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(herd("ps", "--key", file).err())
                .contains("others than its owner can read", "chmod 600");
    }

    private String keyFile(String text) throws IOException {
        var file = Files.writeString(home.resolve("keys"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    @Test
    void aKeyFileThatCannotBeUsedIsNamed() throws Exception {
        var file = Files.writeString(home.resolve("key"), "short\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var open = Files.writeString(home.resolve("open"), "x".repeat(50));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(herd("ps", "--key", file.toString()).err())
                .contains("shorter than 32 characters");
        assertThat(herd("ps", "--key", open.toString()).err())
                .contains("others than its owner can read", "chmod 600");
        assertThat(herd("ps", "--key", home.resolve("none").toString()).err())
                .contains("no key file", "herd key new");
        environment.put("XDG_CONFIG_HOME", home.toString());
        var usual = home.resolve("herd/key");
        herd("key", "new", usual.toString());
        assertThat(herd("ps", "--key", home.resolve("none").toString()).err())
                .contains("but there is " + usual + ": give that")
                .doesNotContain("herd key new");
    }

    private Printed herd(String... arguments) {
        return run(
                (_, joined, _) -> {
                    settings.set(joined);
                    return new Herd(cluster, Duration.ofSeconds(2));
                },
                arguments);
    }

    private Printed run(Connector connector, String... arguments) {
        return Unattended.herd(connector, Unattended.in(environment, Optional.of(home)), arguments);
    }

    @Test
    void theOptionsOfAShellAreTheDefaultsOfItsLines() {
        var lines = new AtomicReference<CommandContext>();
        var report =
                new Invocation(
                                (_, _, _) -> {
                                    throw new IllegalStateException("nobody is asked yet");
                                },
                                inShell((sockets, joined, context) -> {
                                    assertThat(sockets).isEmpty();
                                    settings.set(joined);
                                    lines.set(context);
                                    return Exit.PARTIAL;
                                }),
                                "--join",
                                "h1,h2:1",
                                "shell",
                                "--json",
                                "--node",
                                "a,b",
                                "-q")
                        .run();

        assertThat(report.exit()).isEqualTo(Exit.PARTIAL);
        assertThat(settings.get().join())
                .containsExactly(new HostPort("h1", 7800), new HostPort("h2", 1));
        assertThat(lines.get().environment())
                .containsEntry("HERD_JOIN", "h1,h2:1")
                .containsEntry("HERD_JSON", "true")
                .containsEntry("HERD_QUIET", "true")
                .containsEntry("HERD_NODE", "a,b")
                .doesNotContainKey("HERD_CLUSTER");
        assertThat(lines.get().shell()).isEmpty();
    }

    private CommandContext inShell(ShellRunner shell) {
        return new CommandContext(
                environment,
                Optional.of(home),
                Optional.empty(),
                Optional.empty(),
                new MemoryConsole(),
                Optional.of(shell));
    }

    @Test
    void templatesAreLookedForWhereTheUserKeepsThemFirst() {
        environment.put("HOME", "/home/jane");

        assertThat(
                        Unattended.in(environment, Optional.of(home))
                                .templateDirectories(List.of(Path.of("mine"))))
                .isEqualTo(
                        List.of(
                                Path.of("mine"),
                                Path.of("/home/jane/.config/herd/templates"),
                                Path.of("/etc/herd/templates"),
                                home.resolve("templates")));
    }
}
