package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Images from a real registry that gives them only to those who log in. */
@ExtendWith(Lab.Up.class)
class LoginIT {

    private static final List<String> HOSTS = List.of("a", "b", "c");
    private static final String IMAGE = Registries.ADDRESS + "/herd/private:1";
    private static final String PUSHED = Registries.ADDRESS + "/herd/private:2";
    private static final String PASSWORD = "open:sesame";
    // Of that password, with a cost that a test can pay.
    private static final String JANE =
            "jane:$2b$05$W3DM/XrK320viFcENWGkd.zcxv5PZbJjrUDhGHCGVPSBiZlc29722\n";

    @TempDir Path directory;

    private final Lab lab;
    private Registries registries;
    private Path docker;

    LoginIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void anImageInTheRegistryThatNoHostHas() throws Exception {
        registries = Registries.closed(lab, directory, JANE);
        docker = Files.createDirectory(directory.resolve("docker"));
        var pusher = Files.createDirectory(directory.resolve("pusher")).toString();
        docker("--config", pusher, "login", "-u", "jane", "-p", PASSWORD, Registries.ADDRESS);
        docker("tag", "busybox", IMAGE);
        docker("--config", pusher, "push", "-q", IMAGE);
        docker("rmi", IMAGE);
    }

    @AfterEach
    void stopTheRegistries() {
        HOSTS.forEach(host -> lab.docker(host, "rmi", IMAGE));
        registries.close();
    }

    @Test
    void whoHasNotLoggedInIsRefusedAndToldHow() {
        var refused = pull();

        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err().lines())
                .containsExactly(
                        "herd: Head \"http://127.0.0.1:5000/v2/herd/private/manifests/1\": no basic auth credentials (a, b, c)",
                        "herd: the registry 127.0.0.1:5000 wants a login",
                        "      use 'docker login 127.0.0.1:5000', then try again");
        assertThat(holders()).isEmpty();
    }

    @Test
    void whoHasLoggedInWithDockerPullsOnAllNodes() {
        docker(
                "--config",
                docker.toString(),
                "login",
                "-u",
                "jane",
                "-p",
                PASSWORD,
                Registries.ADDRESS);

        assertThat(pull().succeeded().lines()).hasSize(3);

        assertThat(holders()).isEqualTo(HOSTS);
        try {
            lab.herd("tag", IMAGE, PUSHED).succeeded();
            assertThat(lab.herdWith(Map.of("DOCKER_CONFIG", docker.toString()), "push", PUSHED))
                    .satisfies(pushed ->
                            assertThat(pushed.succeeded().out())
                                    .matches("a: 2: digest: sha256:[0-9a-f]{64} size: [0-9]+\n"));
            assertThat(lab.herd("push", PUSHED).exit()).isEqualTo(6);
        } finally {
            HOSTS.forEach(host -> lab.docker(host, "rmi", PUSHED));
        }
    }

    @Test
    void aCredentialHelperIsAskedForTheLogin() throws Exception {
        helper("echo '{\"Username\":\"jane\",\"Secret\":\"%s\"}'".formatted(PASSWORD));

        assertThat(pull("--node", "c").succeeded().lines()).hasSize(1);

        assertThat(holders()).containsExactly("c");
    }

    @Test
    void aHelperThatFailsIsNamedBesideTheRefusal() throws Exception {
        helper("exit 1");

        assertThat(pull().err())
                .startsWith(
                        "herd: asked without a login at 127.0.0.1:5000: docker-credential-lab failed; ")
                .contains("wants a login");
    }

    @Test
    void aLoginIsNeverShownWhateverBecomesOfIt() throws Exception {
        var wrong = base64("jane:guessed-wrong");
        Files.writeString(
                docker.resolve("config.json"),
                "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(Registries.ADDRESS, wrong));

        var refused = pull("--debug");

        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("refuses this login", "docker login 127.0.0.1:5000");
        var all = new StringBuilder(refused.out() + refused.err());
        for (var host : HOSTS) {
            all.append(lab.agent(host, "log").out());
        }
        assertThat(all.toString())
                .contains("joined herd")
                .doesNotContain(
                        "jane",
                        "guessed-wrong",
                        wrong,
                        base64("{\"username\":\"jane\"").substring(0, 24));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private void helper(String script) throws Exception {
        Files.writeString(
                docker.resolve("config.json"),
                "{\"credHelpers\":{\"%s\":\"lab\"}}".formatted(Registries.ADDRESS));
        var helper = directory.resolve("docker-credential-lab");
        Files.writeString(helper, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    }

    private Run.Ended pull(String... options) {
        var environment =
                Map.of(
                        "DOCKER_CONFIG",
                        docker.toString(),
                        "PATH",
                        directory + ":" + System.getenv("PATH"));
        var arguments = new ArrayList<>(List.of("image", "pull", IMAGE));
        arguments.addAll(List.of(options));
        return lab.herdWith(environment, arguments.toArray(String[]::new));
    }

    private void docker(String... arguments) {
        lab.docker("a", arguments).succeeded();
    }

    /** The hosts that have the image. */
    private List<String> holders() {
        return HOSTS.stream()
                .filter(host -> !lab.docker(host, "images", "-q", IMAGE).lines().isEmpty())
                .toList();
    }
}
