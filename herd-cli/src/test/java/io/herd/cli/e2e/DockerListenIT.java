package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.junit.jupiter.api.io.TempDir;

/** The Docker API at a port: by TLS for other hosts, plain for the agent's own. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class DockerListenIT {

    private static final String LOOPBACK = "tcp://127.0.0.1:2375";

    private final Lab lab;
    private final Path certificates;

    DockerListenIT(Lab lab, @TempDir Path certificates) {
        this.lab = lab;
        this.certificates = certificates;
    }

    @BeforeAll
    void listening() {
        lab.up();
        lab.restart("a", "--docker-listen %s:2376".formatted(lab.address("a")));
        lab.restart("b", "--docker-listen 127.0.0.1:2375");
        certified("root", "--user", "root");
        certified("jane", "--user", "jane", "--group", "ops,qa");
    }

    @AfterAll
    void agentsAsTheyWere() {
        lab.restart("a", "");
        lab.restart("b", "");
    }

    @AfterEach
    void tidy() {
        lab.removeAllContainers();
    }

    @Test
    void whoHasACertificateHasTheWholeHerdFromAnotherHost() throws IOException {
        docker("root", "run", "-d", "--name", "c/web", "busybox", "sleep", "100").succeeded();

        assertThat(lab.docker("c", "ps", "--format", "{{.Names}}").lines()).containsExactly("web");
        assertThat(docker("root", "exec", "web", "echo", "hello").succeeded().out())
                .isEqualTo("hello\n");
        assertThat(Files.readString(lab.audit()))
                .contains("\"caller\":\"root\",\"by\":\"certificate\",\"at\":\"a\"");
    }

    @Test
    void eachHalfOfAStreamEndsAlone() {
        var summed =
                bash(
                        "root",
                        "head -c 5000000 /dev/zero | docker run --rm -i busybox sh -c 'wc -c; echo end'");

        assertThat(summed.succeeded().lines()).containsExactly("5000000", "end");
    }

    @Test
    void heIsServedAsTheUserWhomHisCertificateNames() {
        lab.docker("a", "run", "-d", "--name", "roots", "busybox", "sleep", "100").succeeded();
        docker("jane", "run", "-d", "--name", "hers", "busybox", "sleep", "100").succeeded();

        assertThat(docker("jane", "ps", "--format", "{{.Names}}").succeeded().lines())
                .containsExactly("hers");
        assertThat(docker("jane", "rm", "-f", "roots").err())
                .contains("does not let 'jane' do container.rm");
        assertThat(docker("jane", "run", "--rm", "-v", "/:/host", "busybox", "true").err())
                .contains("does not let 'jane'");
    }

    @Test
    void withoutACertificateOfTheHerdsNobodyIsAnswered() throws IOException {
        var https = "https://%s:2376/_ping".formatted(lab.address("a"));
        var other = certificates.resolve("other");
        lab.herdElsewhere("key", "new", other.resolve("key").toString()).succeeded();
        lab.herdElsewhere(
                        "key", "docker", "--key", other.resolve("key").toString(), other.toString())
                .succeeded();
        // The agent is believed: it is the client that is not.
        Files.copy(
                certificates.resolve("root/ca.pem"),
                other.resolve("ca.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(docker("other", "ps").err()).contains("tls: ");
        assertThat(lab.bash("curl -sSk -m 5 " + https).exit()).isNotZero();
        assertThat(lab.bash("curl -sS -m 5 " + https.replace("https", "http")).out()).isEmpty();
    }

    @Test
    void onLoopbackTheSystemSaysWhoAsks() throws IOException {
        onB("docker -H %s run -d --name web busybox sleep 100".formatted(LOOPBACK)).succeeded();

        assertThat(onB("docker -H %s ps --format '{{.Names}}'".formatted(LOOPBACK)).lines())
                .containsExactly("web");
        assertThat(
                        onB("""
                        setpriv --reuid=nobody --regid=nogroup --clear-groups docker -H %s ps
                        """
                                        .formatted(LOOPBACK))
                                .err())
                .contains(
                        "only root, the agent's user and members of the group herd are served here");
        assertThat(Files.readString(lab.audit()))
                .contains("\"caller\":\"root\",\"by\":\"socket\",\"at\":\"b\"");
    }

    @Test
    void aWebPageIsRefused() {
        var page =
                "curl -s -H 'Origin: https://evil.example' http://127.0.0.1:2375/containers/json";
        var rebound = "curl -s -H 'Host: evil.example' http://127.0.0.1:2375/containers/json";

        assertThat(onB(page).out()).contains("web page");
        assertThat(onB(rebound).out()).contains("the Host 'evil.example' is not this agent");
    }

    @Test
    void withoutAKeyItListensOnLoopbackAlone() {
        var refused = lab.herdElsewhere("agent", "--docker-listen", "0.0.0.0:2376");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err())
                .contains(
                        "refusing to serve the Docker API at 0.0.0.0 without a key",
                        "give --key, or use 127.0.0.1:2376");
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        var again =
                lab.herdElsewhere(
                        "key",
                        "docker",
                        "--key",
                        lab.key(),
                        certificates.resolve("jane").toString());

        assertThat(again.exit()).isNotZero();
        assertThat(again.err()).contains("ca.pem is there already and is not overwritten");
    }

    private void certified(String name, String... options) {
        var command = new ArrayList<>(List.of("key", "docker"));
        command.addAll(List.of("--key", lab.key()));
        command.addAll(List.of(options));
        command.add(certificates.resolve(name).toString());
        lab.herdElsewhere(command.toArray(String[]::new)).succeeded();
    }

    private Run.Ended onB(String line) {
        return lab.startOn("b", "bash", "-c", line).await();
    }

    private Run.Ended docker(String certificate, String... arguments) {
        return Run.start(environment(certificate), Lab.command("docker", arguments)).await();
    }

    private Run.Ended bash(String certificate, String line) {
        return Run.start(environment(certificate), "bash", "-c", line).await();
    }

    private Map<String, String> environment(String certificate) {
        return Map.of(
                "DOCKER_HOST",
                "tcp://%s:2376".formatted(lab.address("a")),
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_CERT_PATH",
                certificates.resolve(certificate).toString());
    }
}
