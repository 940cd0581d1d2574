package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Action.PullImage;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures.Printed;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.InProcessCluster.Sent;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import io.herd.model.RegistryLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {

    private static final String IMAGE = "registry.test/web:1";
    private static final RegistryLogin JANE =
            new RegistryLogin(
                    Base64.getUrlEncoder()
                            .encodeToString(
                                    "{\"username\":\"jane\",\"password\":\"secret\",\"serveraddress\":\"registry.test\"}"
                                            .getBytes(UTF_8)));

    @TempDir Path docker;

    private final MemoryConsole console = new MemoryConsole();
    private final MemoryEngine a = new MemoryEngine().registryWants(JANE);
    private final MemoryEngine b = new MemoryEngine().registryWants(JANE);
    private final InProcessCluster cluster = new InProcessCluster().with("a", a).with("b", b);

    @BeforeEach
    void jane() throws Exception {
        logIn("jane:secret");
    }

    @Test
    void anImageIsPulledWithTheLoginOfDocker() {
        assertThat(herd("image", "pull", IMAGE))
                .isEqualTo(
                        new Printed(
                                """
                                a: Downloaded newer image for registry.test/web:1
                                b: Downloaded newer image for registry.test/web:1
                                """,
                                "",
                                0));
    }

    @Test
    void theLoginIsSentToTheNodesThatPullAndToNobodyElse() {
        herd("image", "pull", IMAGE, "--node", "b");

        assertThat(cluster.sent())
                .containsExactly(
                        new Sent(new NodeName("b"), new PullImage(IMAGE, Optional.of(JANE))));
    }

    @Test
    void anImageOfAnotherRegistryIsPulledWithoutIt() {
        herd("image", "pull", "other.test/web");

        assertThat(cluster.sent())
                .extracting(Sent::action)
                .filteredOn(PullImage.class::isInstance)
                .hasSize(2)
                .containsOnly(new PullImage("other.test/web"));
    }

    @Test
    void whoHasNotLoggedInIsToldHow() throws Exception {
        Files.delete(docker.resolve("config.json"));

        assertThat(herd("image", "pull", IMAGE))
                .isEqualTo(
                        new Printed(
                                "",
                                """
                                herd: unauthorized: authentication required (a, b)
                                herd: the registry registry.test wants a login
                                      use 'docker login registry.test', then try again
                                """,
                                6));
    }

    @Test
    void aLoginThatIsRefusedIsNotShown() throws Exception {
        logIn("jane:wrong");

        var refused = herd("image", "pull", IMAGE, "--debug", "--json");

        assertThat(refused.err())
                .contains("herd: the registry registry.test refuses this login\n")
                .doesNotContain("wrong", "jane");
        assertThat(refused.out())
                .contains("\"subject\": \"registry.test/web:1\"")
                .doesNotContain("wrong", "jane");
        assertThat(refused.exit()).isEqualTo(6);
    }

    @Test
    void oneNodeThatIsRefusedDoesNotStopTheOther() {
        a.registryWants(new RegistryLogin("another"));

        var pulled = herd("image", "pull", IMAGE);

        assertThat(pulled.out()).startsWith("b: Downloaded");
        assertThat(pulled.err()).contains("node a: unauthorized", "'docker login registry.test'");
        assertThat(pulled.exit()).isEqualTo(3);
    }

    @Test
    void aLoginThatCannotBeReadIsNamedAndThePullGoesOn() throws Exception {
        Files.writeString(docker.resolve("config.json"), "{");
        var open = new InProcessCluster();
        open.with("a", new MemoryEngine());

        var pulled = herd(open, "image", "pull", IMAGE);

        assertThat(pulled.out()).startsWith("a: Downloaded");
        assertThat(pulled.err())
                .startsWith(
                        "herd: asked without a login at registry.test: "
                                + docker
                                + "/config.json:1:2: ");
        assertThat(pulled.exit()).isZero();
    }

    @Test
    void whoRunsWithALoginThatCannotBeReadIsToldToo() throws Exception {
        Files.writeString(docker.resolve("config.json"), "{");
        var open = new InProcessCluster();
        open.with("a", new MemoryEngine("busybox"));

        assertThat(herd(open, "run", "-d", IMAGE).exit()).isZero();
        assertThat(console.told())
                .startsWith(
                        "herd: asked without a login at registry.test: "
                                + docker
                                + "/config.json:1:2: ");
    }

    private void logIn(String login) throws Exception {
        Files.writeString(
                docker.resolve("config.json"),
                "{\"auths\":{\"registry.test\":{\"auth\":\"%s\"}}}"
                        .formatted(Base64.getEncoder().encodeToString(login.getBytes(UTF_8))));
    }

    private Printed herd(String... arguments) {
        return herd(cluster, arguments);
    }

    private Printed herd(InProcessCluster cluster, String... arguments) {
        var environment = Map.of("DOCKER_CONFIG", docker.toString());
        return Unattended.herd(
                (_, _, timeout) -> new Herd(cluster, timeout),
                Unattended.in(environment, Optional.empty(), console),
                arguments);
    }
}
