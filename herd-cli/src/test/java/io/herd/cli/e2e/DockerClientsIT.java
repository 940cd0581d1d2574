package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs that know nothing of herd, with the whole herd as their daemon. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class DockerClientsIT {

    private static final Path CLIENTS = Path.of(System.getProperty("herd.clients"));
    private static final String PLUGINS = "usr/libexec/docker/cli-plugins/";

    private final Lab lab;
    @TempDir private Path directory;

    DockerClientsIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void clients() {
        lab.script("clients", CLIENTS.toString()).succeeded();
        lab.up();
    }

    @AfterEach
    void tidy() {
        lab.removeAllContainers();
        lab.removeAllNetworksAndVolumes();
    }

    @Test
    void composeFindsItsProjectAgainFromAnyNode() throws IOException {
        var shop = project("shop");
        var blog = project("blog");

        compose("a", shop, "up", "-d").succeeded();
        compose("b", blog, "up", "-d").succeeded();

        assertThat(names("a")).containsExactlyInAnyOrder("shop-db-1", "shop-web-1");
        assertThat(names("b")).containsExactlyInAnyOrder("blog-db-1", "blog-web-1");
        assertThat(compose("b", shop, "up", "-d").succeeded().err()).doesNotContain("Created");
        assertThat(compose("c", shop, "exec", "-T", "web", "ping", "-c1", "-w5", "db").exit())
                .isZero();
        compose("c", shop, "exec", "-T", "db", "touch", "/data/kept").succeeded();

        compose("b", shop, "down").succeeded();
        assertThat(names("a")).isEmpty();
        compose("c", shop, "up", "-d").succeeded();

        assertThat(names("a")).containsExactlyInAnyOrder("shop-db-1", "shop-web-1");
        compose("c", shop, "exec", "-T", "db", "ls", "/data/kept").succeeded();
        compose("a", shop, "down", "-v").succeeded();
        compose("a", blog, "down", "-v").succeeded();
        assertThat(lab.docker("a", "volume", "ls", "-q").succeeded().out()).isEmpty();
    }

    private Path project(String name) throws IOException {
        var project = Files.createDirectory(directory.resolve(name));
        return Files.writeString(
                project.resolve("compose.yaml"),
                """
                services:
                  db:
                    image: busybox
                    command: sleep 100
                    stop_grace_period: 0s
                    volumes: [data:/data]
                  web:
                    image: busybox
                    command: sleep 100
                    stop_grace_period: 0s
                    depends_on: [db]
                volumes: {data: {}}
                """);
    }

    private List<String> names(String host) {
        return lab.docker(host, "ps", "--format", "{{.Names}}").succeeded().lines();
    }

    private Run.Ended compose(String host, Path file, String... arguments) {
        var command = new ArrayList<>(List.of(PLUGINS + "docker-compose", "-f", file.toString()));
        command.addAll(List.of(arguments));
        return client(host, Map.of(), command);
    }

    @Test
    void dockerPyDoesWithTheHerdWhatItDoesWithADaemon() {
        var script = Path.of("src/test/clients/flow.py").toAbsolutePath().toString();

        var flow = Run.start(to("a"), "/usr/bin/python3", script, "a", "b", "c").await();

        assertThat(flow.succeeded().out()).isEqualTo("all is as with one daemon\n");
    }

    @Test
    void prometheusFindsTheContainersOfAllNodes() throws IOException {
        for (var host : Lab.HOSTS) {
            lab.docker(host, "run", "-d", "--name", "on-" + host, "busybox", "sleep", "100")
                    .succeeded();
        }
        var port = freePort();
        var configuration =
                Files.writeString(
                        directory.resolve("prometheus.yml"),
                        """
                        scrape_configs:
                          - job_name: herd
                            docker_sd_configs: [{host: "%s", refresh_interval: 1s}]
                            relabel_configs:
                              - {source_labels: [__meta_docker_container_label_herd_node], target_label: node}
                        """
                                .formatted(to("a").get("DOCKER_HOST")));
        try (var _ =
                Run.start(
                        Map.of(),
                        CLIENTS.resolve("usr/bin/prometheus").toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)) {
            var targets =
                    "curl -s 'http://127.0.0.1:%d/api/v1/targets?state=active'".formatted(port);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(lab.bash(targets).out())
                                    .contains(
                                            Lab.HOSTS.stream()
                                                    .map(
                                                            "\"__meta_docker_container_label_herd_node\":\"%s\""
                                                                    ::formatted)
                                                    .toArray(String[]::new)));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whatIsBuiltIsCopiedToWhereItIsToRun() throws IOException {
        var context = Files.createDirectory(directory.resolve("context"));
        Files.writeString(
                context.resolve("Dockerfile"), "FROM busybox\nRUN echo \"$RANDOM\" built >/f\n");

        build("b", context, "one", Map.of("DOCKER_BUILDKIT", "0"));
        client(
                        "b",
                        Map.of(),
                        List.of(
                                PLUGINS + "docker-buildx",
                                "build",
                                "--load",
                                "-t",
                                "two",
                                context.toString()))
                .succeeded();

        for (var image : List.of("one", "two")) {
            var ran = docker("a", "run", "--rm", "--label", "herd.node=c", image, "cat", "/f");
            assertThat(ran.succeeded().out()).contains("built");
            assertThat(
                            lab.docker("c", "image", "inspect", image, "-f", "{{.Id}}")
                                    .succeeded()
                                    .out())
                    .isEqualTo(lab.docker("b", "image", "inspect", image, "-f", "{{.Id}}").out());
            assertThat(lab.docker("a", "images", "-q", image).succeeded().out()).isEmpty();
            docker("a", "rmi", image).succeeded();
            assertThat(lab.docker("c", "images", "-q", image).succeeded().out()).isEmpty();
            assertThat(lab.docker("b", "images", "-q", image).succeeded().out()).isEmpty();
        }
    }

    private void build(String host, Path context, String tag, Map<String, String> more) {
        client(host, more, List.of("usr/bin/docker", "build", "-t", tag, context.toString()))
                .succeeded();
    }

    @Test
    void anOlderCommandNegotiates() {
        client(
                        "a",
                        Map.of(),
                        List.of(
                                "usr/bin/docker",
                                "run",
                                "-d",
                                "--name",
                                "c/web",
                                "busybox",
                                "sleep",
                                "100"))
                .succeeded();

        assertThat(
                        client(
                                        "b",
                                        Map.of(),
                                        List.of("usr/bin/docker", "ps", "--format", "{{.Names}}"))
                                .lines())
                .containsExactly("web");
    }

    private Run.Ended docker(String host, String... arguments) {
        var command = new ArrayList<>(List.of("usr/bin/docker"));
        command.addAll(List.of(arguments));
        return client(host, Map.of(), command);
    }

    private Map<String, String> to(String host) {
        var door = lab.agentSocket(host).resolveSibling("herd-docker.sock");
        return Map.of("DOCKER_HOST", "unix://" + door, "DOCKER_CONFIG", directory.toString());
    }

    /** One of the clients that are newer than those of the system. */
    private Run.Ended client(String host, Map<String, String> more, List<String> command) {
        var environment = new HashMap<>(more);
        environment.putAll(to(host));
        var words = new ArrayList<>(command);
        words.set(0, CLIENTS.resolve(command.getFirst()).toString());
        return Run.start(environment, words.toArray(String[]::new)).await();
    }
}
