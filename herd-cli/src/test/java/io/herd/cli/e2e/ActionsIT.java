package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be done to containers and images, on three real Docker hosts. */
@ExtendWith(Lab.Up.class)
class ActionsIT {

    private final Lab lab;

    ActionsIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    @Test
    void aContainerIsPausedRenamedRestartedAndKilledWhereverItIs() {
        create("b", "web", "sleep", "1000");

        assertThat(lab.ask("container", "pause", "web").succeeded().out()).isEqualTo("web\n");
        assertThat(lab.docker("b", "ps").out()).contains("(Paused)");
        lab.ask("container", "unpause", "web").succeeded();
        create("a", "till", "true");
        assertThat(lab.ask("container", "rename", "web", "till").err())
                .containsPattern(
                        "^herd: web on b: Conflict. The container name \"/till\" is already in use by container \"[0-9a-f]{64}\" on a\\.");
        lab.ask("container", "rm", "-f", "till").succeeded();
        assertThat(lab.ask("container", "rename", "web", "web").err())
                .contains("Renaming a container with the same name as its current name");
        lab.ask("container", "rename", "web", "shop").succeeded();
        lab.ask("container", "restart", "-t", "0", "shop").succeeded();
        assertThat(
                        show(
                                "ps",
                                "--format",
                                "{{.Names}} {{.State}} {{.Node}} {{.Label \"herd.request\"}}"))
                .matches("shop running b [0-9a-f-]{36}\n");
        lab.ask("container", "kill", "-s", "9", "shop").succeeded();
        assertThat(show("ps", "-f", "status=exited", "--format", "{{.Names}}")).isEqualTo("shop\n");
    }

    @Test
    void whoeverWaitsEndsWithTheContainersOwnCode() {
        create("c", "short", "sh", "-c", "sleep 1; exit 42");

        var waited = lab.ask("container", "wait", "short");

        assertThat(waited.out()).isEqualTo("42\n");
        assertThat(waited.exit()).isEqualTo(42);
    }

    @Test
    void theListIsFilteredSizedAndCounted() {
        create("a", "one", "sleep", "1000");
        create("b", "two", "sleep", "1000");

        assertThat(show("ps", "-q", "-f", "name=one").lines()).hasSize(1);
        assertThat(show("ps", "-n", "1", "--format", "{{.Names}}").lines()).hasSize(1);
        assertThat(show("ps", "-s")).contains("SIZE").contains("(virtual ");
        var odd = lab.ask("ps", "-f", "mood=good");
        assertThat(odd.err())
                .containsIgnoringCase("herd: invalid filter 'mood'")
                .endsWith(" (a, b, c)\n")
                .hasLineCount(1);
        assertThat(odd.out()).isEmpty();
        assertThat(odd.exit()).isEqualTo(1);
    }

    @Test
    void pruningRemovesWhatDoesNotRunOnAllHosts() {
        create("a", "still", "true");
        create("b", "too", "true");
        create("c", "runs", "sleep", "1000");
        lab.ask("container", "wait", "still", "too").succeeded();

        assertThat(lab.ask("container", "prune").exit()).isEqualTo(2);
        var pruned = lab.ask("container", "prune", "-f").succeeded();

        assertThat(pruned.lines()).hasSize(2).allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(pruned.err()).contains("removed 1 on a", "removed 0 on c");
        assertThat(show("ps", "-a", "--format", "{{.Names}}")).isEqualTo("runs\n");
    }

    @Test
    void whatFitsOnAnyHostIsActedOnWithoutBeingNamed() {
        create("a", "web", "sh", "-c", "echo hello; sleep 1000");
        create("b", "web-2", "sleep", "1000");
        create("c", "other", "sleep", "1000");

        assertThat(show("exec", "-f", "name=web", "sh", "-c", "echo in").lines())
                .containsExactlyInAnyOrder("a/web   | in", "b/web-2 | in");
        assertThat(lab.ask("exec", "--all", "sh", "-c", "exit 9").exit()).isEqualTo(9);
        assertThat(lab.ask("exec", "--all", "nosuch").exit()).isGreaterThanOrEqualTo(126);
        assertThat(show("logs", "-l", "herd.instance=1")).isEqualTo("a/web   | hello\n");
        assertThat(show("stop", "-t", "0", "-f", "name=web")).isEqualTo("a/web\nb/web-2\n");
        var none = lab.ask("kill", "--filter", "name=web");
        assertThat(none.err()).isEqualTo("herd: no container fits name=web\n");
        assertThat(none.exit()).isZero();
        assertThat(show("rm", "--filter", "status=exited", "--filter", "before=other"))
                .isEqualTo("a/web\nb/web-2\n");
        assertThat(show("ps", "-a", "--format", "{{.Names}}")).isEqualTo("other\n");
        assertThat(lab.ask("exec", "nosuch", "true").exit()).isEqualTo(125);
    }

    @Test
    void oneCommandRunsOnAllHostsAndPrintsWhatEachSays() {
        var each =
                lab.ask(
                        "run",
                        "--rm",
                        "--all-nodes",
                        "--name",
                        "on-${node}",
                        "busybox",
                        "sh",
                        "-c",
                        "echo hello; echo dear >&2; test $(hostname) && exit 7");

        assertThat(each.out().lines())
                .containsExactlyInAnyOrder("a/on-a | hello", "b/on-b | hello", "c/on-c | hello");
        assertThat(each.err()).contains("a/on-a | dear\n", "b/on-b | dear\n", "c/on-c | dear\n");
        assertThat(each.exit()).isEqualTo(7);
        var many = lab.ask("run", "-d", "-n", "5", "--name", "many", "busybox", "sleep", "1000");
        assertThat(many.succeeded().err()).contains("created 2 on a, 2 on b, 1 on c");
        assertThat(show("ps", "-q").lines()).hasSize(5);
        var none = lab.ask("run", "--rm", "-n", "2", "busybox", "nosuch");
        assertThat(none.err()).contains("nosuch");
        assertThat(none.exit()).isEqualTo(127);
    }

    @Test
    void imagesAreListedDescribedAndRemovedFromTheHostsThatHaveThem() {
        for (var host : List.of("a", "c")) {
            lab.docker(host, "tag", "busybox", "herd-test:1").succeeded();
        }

        assertThat(show("images", "--format", "{{.Repository}}:{{.Tag}} {{.Nodes}}").lines())
                .containsExactlyInAnyOrder("busybox:latest a,b,c", "herd-test:1 a,c");
        assertThat(show("image", "inspect", "herd-test:1"))
                .contains("\"Node\": \"a\"", "\"Node\": \"c\"");
        assertThat(show("image", "rm", "herd-test:1"))
                .isEqualTo("a: Untagged: herd-test:1\nc: Untagged: herd-test:1\n");
        assertThat(lab.ask("image", "rm", "herd-test:1").exit()).isEqualTo(4);
        assertThat(show("image", "prune", "-f")).isEmpty();
    }

    @Test
    void anImageThatNobodyCanPullIsEachDaemonsOwnError() {
        var pulled = lab.ask("image", "pull", "127.0.0.1:1/herd-none:1");

        assertThat(pulled.out()).isEmpty();
        assertThat(pulled.err()).startsWith("herd: ").contains("127.0.0.1:1", " (a, b, c)");
        assertThat(pulled.exit()).isEqualTo(1);
    }

    @Test
    void theShippedTemplatesAreListedAndShown() {
        assertThat(show("template", "ls").lines()).contains("test");
        assertThat(show("template", "show", "test")).contains("\"Image\"");
    }

    private void create(String host, String name, String... command) {
        var arguments =
                new java.util.ArrayList<>(
                        List.of("container", "create", "--image", "busybox", "--start"));
        arguments.addAll(List.of("--name", name, "--node", host, "--"));
        arguments.addAll(List.of(command));
        lab.ask(arguments.toArray(String[]::new)).succeeded();
    }

    private String show(String... arguments) {
        return lab.ask(arguments).succeeded().out();
    }
}
