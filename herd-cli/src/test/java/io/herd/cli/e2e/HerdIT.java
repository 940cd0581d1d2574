package io.herd.cli.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, as a user does it: the packaged herd on three real Docker hosts. */
@ExtendWith(Lab.Up.class)
class HerdIT {

    private final Lab lab;

    HerdIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    @Test
    void allNodesAreListed() {
        var nodes = lab.herd("node", "ls").succeeded();

        assertThat(nodes.err()).isEmpty();
        assertThat(nodes.lines()).hasSize(4);
        assertThat(nodes.lines().getFirst())
                .matches(
                        "NAME +STATUS +POOL +ADDRESS +CONTAINERS +IMAGES +CPUS +MEMORY +DOCKER +HERD");
        assertThat(nodes.out())
                .containsPattern(
                        "(?m)^a +ready +registered +"
                                + Pattern.quote(lab.address("a"))
                                + ":7800 +0 +1 +");
        assertThat(lab.herd("node", "ls", "-q").lines()).containsExactly("a", "b", "c");
    }

    @Test
    void fourContainersOfTheShippedTemplateRunSpreadOverTheHerd() {
        var created =
                lab.herd("container", "create", "--template", "test", "-n", "4", "--start")
                        .succeeded();

        assertThat(created.lines()).hasSize(4).allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(Lab.HOSTS.stream().map(this::count).toList()).containsExactlyInAnyOrder(2, 1, 1);
        var listed = lab.herd("ps").succeeded();
        assertThat(listed.lines().getFirst())
                .matches("CONTAINER ID +IMAGE +COMMAND +CREATED +STATUS +PORTS +NAMES +NODE");
        assertThat(listed.lines().stream().skip(1))
                .hasSize(4)
                .allMatch(line -> line.matches("[0-9a-f]{12} +busybox .* Up .* +[abc]"));
    }

    @Test
    void theNextOnesGoWhereTheFewestAre() {
        lab.docker("a", "create", "busybox").succeeded();
        lab.docker("a", "create", "busybox").succeeded();

        lab.herd("container", "create", "--image", "busybox", "-n", "5", "sleep", "1000")
                .succeeded();

        assertThat(count("a")).isEqualTo(3);
        assertThat(Math.abs(count("b") - count("c"))).isEqualTo(0);
    }

    @Test
    void aContainerIsStartedStoppedAndRemovedByNamePrefixAndNode() {
        var ids =
                lab.herd("container", "create", "--template", "test", "-n", "3", "--name", "web")
                        .succeeded()
                        .lines();
        var third = ids.get(2);
        var owner = nodeOf(third);

        assertThat(
                        lab.herd(
                                        "container",
                                        "start",
                                        "web-1",
                                        ids.get(1).substring(0, 10),
                                        owner + "/web-3")
                                .succeeded()
                                .lines())
                .containsExactly("web-1", ids.get(1).substring(0, 10), owner + "/web-3");
        assertThat(lab.docker(owner, "inspect", "-f", "{{.State.Status}}", third).lines())
                .containsExactly("running");
        lab.herd("container", "stop", "-t", "3", third).succeeded();
        assertThat(lab.docker(owner, "inspect", "-f", "{{.State.Status}}", third).lines())
                .containsExactly("exited");
        lab.herd("container", "rm", "web-3").succeeded();
        assertThat(lab.docker(owner, "inspect", third).exit()).isEqualTo(1);
        assertThat(lab.herd("container", "rm", "web-1").err())
                .containsPattern("You cannot remove a running container|container is running");
        lab.herd("container", "rm", "-f", "web-1", "web-2").succeeded();
        assertThat(Lab.HOSTS).allMatch(host -> count(host) == 0);
    }

    @Test
    void oneContainerIsInspectedWithAllThatItsDaemonKnows() {
        lab.herd("container", "create", "--template", "test", "--name", "web", "--node", "b")
                .succeeded();

        var inspected = lab.herd("container", "inspect", "web").succeeded();

        assertThat(inspected.out())
                .startsWith("[")
                .contains("\"Name\": \"/web\"", "\"Node\": \"b\"", "\"GraphDriver\"");
        assertThat(inspected.out())
                .contains("\"herd.template\": \"test\"", "\"herd.instance\": \"1\"");
        assertThat(lab.herd("container", "inspect", "web", "--json").out())
                .startsWith("{\n  \"nodes\"")
                .contains("\"containers\": [");
    }

    @Test
    void jsonAccountsForEveryNode() {
        lab.herd("container", "create", "--template", "test", "-n", "2").succeeded();

        var listed =
                lab.herd("--json", "container", "ls", "-a").succeeded().out().replaceAll("\\s", "");

        assertThat(listed)
                .startsWith(
                        "{\"nodes\":{\"asked\":[\"a\",\"b\",\"c\"],\"answered\":[\"a\",\"b\",\"c\"],\"failed\":[]},\"containers\":[{\"Id\":")
                .contains("\"NetworkSettings\"", "\"Node\":");
    }

    @Test
    void aRawBodyComesFromAFileOrFromStandardInput() {
        var body =
                "{\"Image\":\"busybox\",\"Cmd\":[\"true\"],\"Labels\":{\"from\":\"stdin\"},\"FieldOfTomorrow\":1}";
        var created =
                lab.startOn(
                                "a",
                                "sh",
                                "-c",
                                "echo '"
                                        + body
                                        + "' | '"
                                        + lab.herd()
                                        + "' container create --raw -")
                        .await()
                        .succeeded();

        var inspected = lab.herd("container", "inspect", created.out().strip()).succeeded();

        assertThat(inspected.out()).contains("\"from\": \"stdin\"");
    }

    @Test
    void anInstanceWhoseNodeLacksTheImageIsMadeElsewhere() {
        lab.docker("a", "tag", "busybox", "only-on-a:1").succeeded();

        var created =
                lab.herd("container", "create", "--image", "only-on-a:1", "-n", "3").succeeded();

        assertThat(created.err()).isEqualTo("herd: created 3 on a\n");
        lab.removeAllContainers();
        lab.docker("a", "rmi", "only-on-a:1").succeeded();
    }

    @Test
    void aHerdOfOneNodeIsAskedAlone() {
        assertThat(lab.herd("node", "ls", "--node", "b", "-q").lines()).containsExactly("b");
        lab.herd("container", "create", "--template", "test", "-n", "2", "--node", "b").succeeded();
        assertThat(count("b")).isEqualTo(2);
    }

    @Test
    void anAgentsOwnHostIsAsGoodAsAnyOther() {
        var nodes = lab.startOn("b", lab.herd().toString(), "node", "ls", "-q").await().succeeded();

        assertThat(nodes.lines()).containsExactly("a", "b", "c");
    }

    @Test
    void manyCommandsAtOnceAllGetTheWholeAnswer() {
        var runs = List.of(0, 1, 2, 3, 4).stream().map(_ -> lab.start("node", "ls", "-q")).toList();

        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(run.await().succeeded().lines()).containsExactly("a", "b", "c"));
    }

    private int count(String host) {
        return lab.docker(host, "ps", "-aq").succeeded().lines().size();
    }

    private String nodeOf(String id) {
        var owners =
                Lab.HOSTS.stream()
                        .filter(host -> lab.docker(host, "inspect", id).exit() == 0)
                        .collect(toSet());
        assertThat(owners).hasSize(1);
        return owners.iterator().next();
    }
}
