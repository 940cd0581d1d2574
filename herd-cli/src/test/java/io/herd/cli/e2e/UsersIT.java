package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may do what, for a user of host a who is no admin ("nobody"), at its agent's socket, and by
 * HTTP with a token.
 */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class UsersIT {

    private static final int DENIED = 6;
    private static final int NOT_RUN = 125;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Lab lab;
    private final Curl curl;
    private final Path users;
    private final Path policy;
    private final Path templates;

    UsersIT(Lab lab) {
        this.lab = lab;
        this.curl = new Curl(lab);
        this.users = lab.audit().resolveSibling("users.json");
        this.policy = lab.audit().resolveSibling("policy.json");
        this.templates = lab.audit().resolveSibling("admins");
    }

    @BeforeAll
    void agentsThatOthersReach() throws IOException {
        lab.up();
        Files.writeString(policy, "{}");
        Files.createDirectories(templates);
        Files.writeString(
                templates.resolve("admins.json"),
                "{\"Image\": \"busybox\", \"HostConfig\": {\"PidMode\": \"host\"}}");
        for (var host : List.of("a", "b", "c")) {
            lab.restart(
                    host,
                    "--policy %s --users %s --templates %s".formatted(policy, users, templates));
        }
        // As where they are in the group herd.
        var socket = lab.agentSocket("a");
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        for (var at = socket.getParent(); at.startsWith("/run/herd-lab"); at = at.getParent()) {
            Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    @AfterAll
    void agentsAsTheyWere() throws IOException {
        for (var host : List.of("a", "b", "c")) {
            lab.restart(host, "");
        }
        Files.deleteIfExists(users);
        Files.deleteIfExists(policy);
        Files.deleteIfExists(templates.resolve("admins.json"));
        Files.deleteIfExists(templates);
        lab.mend();
    }

    @AfterEach
    void tidy() throws IOException {
        lab.removeAllContainers();
        policy("{}");
    }

    @Test
    void whatHeStartsIsHisAndHeSeesNothingElse() {
        lab.ask("run", "-d", "--name", "roots", "busybox", "sleep", "100").succeeded();
        nobody("run", "-d", "--node", "b", "--name", "mine", "busybox", "sleep", "100").succeeded();

        assertThat(nobody("ps", "--format", "{{.Names}} {{.Owner}} {{.Node}}").succeeded().lines())
                .containsExactly("mine nobody b");
        assertThat(lab.ask("ps", "--format", "{{.Names}} {{.Owner}}").succeeded().lines())
                .containsExactlyInAnyOrder("mine nobody", "roots root");
        assertThat(lab.ask("ps", "--mine", "--format", "{{.Names}}").succeeded().lines())
                .containsExactly("roots");
        assertThat(nobody("exec", "mine", "echo", "hello").succeeded().out()).isEqualTo("hello\n");
        assertThat(nobody("run", "--rm", "busybox", "echo", "hello").succeeded().out())
                .isEqualTo("hello\n");
        assertThat(nobody("stats", "--no-stream", "--format", "{{.Name}}").succeeded().lines())
                .containsExactly("mine");
        nobody("rm", "-f", "mine").succeeded();
    }

    @Test
    void whatIsAnothersIsDenied() {
        lab.ask("run", "-d", "--node", "c", "--name", "roots", "busybox", "sleep", "100")
                .succeeded();

        for (var command : List.of("logs", "rm -f", "stop", "inspect", "top", "rename x", "wait")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.add(words.contains("rename") ? 1 : words.size(), "roots");
            var ended = nobody(words.toArray(String[]::new));
            assertThat(ended.err()).as(command).contains("rule 'own' does not let 'nobody' do ");
            assertThat(ended.exit()).as(command).isEqualTo(DENIED);
        }
        assertThat(nobody("exec", "roots", "true").exit()).isEqualTo(NOT_RUN);
        assertThat(nobody("system", "df").exit()).isEqualTo(DENIED);
        assertThat(nobody("node", "unregister", "b").exit()).isEqualTo(DENIED);
        assertThat(lab.audit())
                .content()
                .contains(
                        "\"action\":\"node.unregister\",\"object\":\"\",\"rule\":\"\",\"outcome\":\"denied\"");
    }

    @Test
    void noContainerOfHisCanBecomeRoot() throws IOException {
        for (var options :
                List.of(
                        "--privileged",
                        "--cap-add SYS_ADMIN",
                        "--pid host",
                        "--network host",
                        "-v /:/host",
                        "--device /dev/null",
                        "--security-opt seccomp=unconfined",
                        "--volumes-from x")) {
            var words = new ArrayList<>(List.of("run"));
            words.addAll(List.of(options.split(" ")));
            words.addAll(List.of("busybox", "true"));
            var ended = nobody(words.toArray(String[]::new));
            assertThat(ended.err()).as(options).contains("which is for admins alone");
            assertThat(ended.exit()).as(options).isEqualTo(NOT_RUN);
        }
        assertThat(lab.ask("ps", "-aq").succeeded().out()).isEmpty();
    }

    @Test
    void byHttpHeShowsAToken() throws IOException {
        var id = lab.ask("create", "--node", "b", "busybox", "true").succeeded().out().strip();
        lab.ask("user", "add", "jane", "--users", users.toString()).succeeded();
        var token =
                lab.ask("user", "token", "jane", "--users", users.toString())
                        .succeeded()
                        .out()
                        .strip();

        var made = post(token, "{\"action\": \"create-container\", \"image\": \"busybox\"}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(lab.ask("ps", "-a", "--format", "{{.Owner}}").succeeded().lines())
                .containsExactlyInAnyOrder("jane", "root");
        assertThat(post(token, Curl.on("delete-container", id)).status()).isEqualTo(403);
        var list = "{\"action\": \"list-containers\", \"all\": true}";
        assertThat(post(token, list).body()).doesNotContain(id);
        var admins = post(token, "{\"action\": \"create-container\", \"template\": \"admins\"}");
        assertThat(admins.status()).isEqualTo(403);
        assertThat(admins.body()).contains("HostConfig.PidMode is \\\"host\\\"");
        assertThat(post(token + "x", list).status()).isEqualTo(401);
        assertThat(lab.audit()).content().contains("\"by\":\"token\"").doesNotContain(token);

        lab.ask("user", "rm", "jane", "--users", users.toString()).succeeded();
        assertThat(post(token, list).status()).isEqualTo(401);
    }

    @Test
    void aPolicyIsReadAgainWhenAskedForAndABadOneChangesNothing() throws IOException {
        lab.ask("run", "-d", "--node", "a", "--name", "roots", "busybox", "sleep", "100")
                .succeeded();

        policy("{\"admins\": [\"root\", \"nobody\"]}");
        await().atMost(SOON).until(() -> nobody("inspect", "roots").exit() == 0);
        policy("{\"admins\": [\"root\"], \"rule\": []}");
        await().atMost(SOON)
                .until(() ->
                        lab.agent("a", "log")
                                .out()
                                .contains(
                                        "policy.json: it has 'rule', which is not known: use admins, rules; the policy from before holds on"));
        assertThat(nobody("inspect", "roots").exit()).isZero();
        policy("{\"rules\": []}");
        await().atMost(SOON).until(() -> nobody("ps").exit() == DENIED);
        assertThat(nobody("node", "ls", "-q").succeeded().lines()).containsExactly("a", "b", "c");
    }

    private void policy(String text) throws IOException {
        Files.writeString(policy, text);
        for (var host : List.of("a", "b", "c")) {
            Run.start(Map.of(), "kill", "-HUP", AgentProcess.of(lab, host).pid())
                    .await()
                    .succeeded();
        }
    }

    private Curl.Answer post(String token, String json) {
        return curl.postWith("a", json, "-H", "Authorization: Bearer " + token);
    }

    @Test
    void theDockerApiIsGuardedAsEverythingElse() throws IOException {
        Files.setPosixFilePermissions(
                lab.agentSocket("a").resolveSibling("herd-docker.sock"),
                PosixFilePermissions.fromString("rw-rw-rw-"));
        lab.ask("run", "-d", "--node", "b", "--name", "roots", "busybox", "sleep", "100")
                .succeeded();

        nobodysDocker("run", "-d", "--name", "b/mine", "busybox", "sleep", "100").succeeded();

        assertThat(nobodysDocker("ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactly("mine");
        assertThat(nobodysDocker("exec", "mine", "echo", "hello").succeeded().out())
                .isEqualTo("hello\n");
        for (var command :
                List.of(
                        "logs roots",
                        "rm -f roots",
                        "exec roots true",
                        "inspect roots",
                        "exec -u 0 mine true",
                        "exec --privileged mine true",
                        "run --rm --privileged busybox true",
                        "run --rm -v /:/host busybox true",
                        "run --rm --label herd.owner=root busybox true",
                        "run --rm --pid host busybox true",
                        "run --rm --network container:roots busybox true",
                        "cp roots:/etc/hosts -",
                        "commit mine x",
                        "build -",
                        "plugin ls",
                        "system df")) {
            var ended = nobodysDocker(command.split(" "));
            assertThat(ended.exit()).as(command).isNotZero();
            assertThat(ended.err() + ended.out())
                    .as(command)
                    .containsAnyOf("'nobody'", "it has the label 'herd.owner'");
        }
        assertThat(lab.docker("b", "ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactlyInAnyOrder("mine", "roots");
        nobodysDocker("rm", "-f", "mine").succeeded();
    }

    private Run.Ended nobodysDocker(String... arguments) {
        var door = lab.agentSocket("a").resolveSibling("herd-docker.sock");
        return asNobody(
                Map.of("DOCKER_HOST", "unix://" + door, "DOCKER_BUILDKIT", "0", "HOME", "/nowhere"),
                "docker",
                arguments);
    }

    private Run.Ended nobody(String... arguments) {
        return asNobody(
                Map.of("HERD_SOCKET", lab.agentSocket("a").toString()),
                lab.herd().toString(),
                arguments);
    }

    private static Run.Ended asNobody(
            Map<String, String> environment, String program, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=nobody",
                                "--regid=nogroup",
                                "--clear-groups",
                                // Where herd was built, perhaps nobody may read.
                                "--inh-caps=+dac_read_search",
                                "--ambient-caps=+dac_read_search",
                                program));
        command.addAll(List.of(arguments));
        return Run.start(environment, command.toArray(String[]::new)).await();
    }
}
