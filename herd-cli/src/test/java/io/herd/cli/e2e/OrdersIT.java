package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a creation, on three real Docker hosts. */
@ExtendWith(Lab.Up.class)
class OrdersIT {

    @TempDir Path directory;

    private final Lab lab;

    OrdersIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    @Test
    void aDryRunShowsThePlacesAndMakesNothing() {
        lab.docker("a", "create", "busybox").succeeded();

        var plan = create("--template", "test", "-n", "3", "--name", "web", "--dry-run");

        assertThat(plan.succeeded().lines())
                .map(line -> line.replaceAll(" +", " "))
                .containsExactly("INSTANCE NAME NODE", "1 web-1 b", "2 web-2 c", "3 web-3 a");
        assertThat(names()).hasSize(1);
    }

    @Test
    void theInstancesOfATemplateDifferByItsVariables() throws Exception {
        Files.writeString(
                directory.resolve("web.json"),
                """
                {"Image": "busybox", "Hostname": "${name}", "Env": ["ZONE=${zone}", "HERE=$HOME"]}
                """);

        create(
                        "--templates",
                        directory.toString(),
                        "--template",
                        "web",
                        "-n",
                        "3",
                        "--name",
                        "web-${node}-${instance}",
                        "--set",
                        "zone=\"east\"")
                .succeeded();

        assertThat(
                        lab.docker(
                                        "b",
                                        "inspect",
                                        "-f",
                                        "{{.Config.Hostname}} {{.Config.Env}}",
                                        "web-b-2")
                                .succeeded()
                                .out())
                .startsWith("web-b-2 [ZONE=\"east\" HERE=$HOME ");
        assertThat(names()).containsExactlyInAnyOrder("web-a-1", "web-b-2", "web-c-3");
    }

    @Test
    void aRequestThatIsRepeatedAddsOnlyWhatIsMissing() {
        var first = create("--template", "test", "-n", "2", "--request-id", "again");

        var second = create("--template", "test", "-n", "4", "--request-id", "again");

        assertThat(second.succeeded().lines()).hasSize(4).containsAll(first.succeeded().lines());
        assertThat(second.err()).contains("there were already 1 on a, 1 on b");
        assertThat(names()).hasSize(4);
    }

    @Test
    void aNameInUseLeavesNothingOfAllOrNothing() {
        // On each host, since it is not known who is to make the second.
        Lab.HOSTS.forEach(
                host -> lab.docker(host, "create", "--name", "web-2", "busybox").succeeded());

        var failed =
                create(
                        "--template",
                        "test",
                        "-n",
                        "3",
                        "--name",
                        "web",
                        "--start",
                        "--all-or-nothing");

        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("The container name \"/web-2\" is already in use")
                .containsPattern("web-1 on . \\(.{12}\\) was removed again")
                .containsPattern("web-3 on . \\(.{12}\\) was removed again");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(names()).containsExactly("web-2", "web-2", "web-2");
    }

    @Test
    void anImageThatOneHostHasIsEnoughForAllOrNothing() {
        lab.docker("b", "tag", "busybox", "only-on-b:1").succeeded();

        var created = create("--image", "only-on-b:1", "-n", "3", "--all-or-nothing");
        lab.removeAllContainers();
        lab.docker("b", "rmi", "only-on-b:1").succeeded();

        assertThat(created.succeeded().err()).isEqualTo("herd: created 3 on b\n");
    }

    private Run.Ended create(String... options) {
        var command = new ArrayList<>(List.of("container", "create"));
        command.addAll(List.of(options));
        return lab.herd(command.toArray(String[]::new));
    }

    private List<String> names() {
        return Lab.HOSTS.stream()
                .flatMap(host ->
                        lab.docker(host, "ps", "-a", "--format", "{{.Names}}").lines().stream())
                .toList();
    }
}
