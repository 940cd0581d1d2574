package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * What a test does that uses Testcontainers, with the whole herd as its daemon. A process of its
 * own, since that reads its environment once.
 */
final class DockerTestcontainersFlow {

    private static final String PAGE = "served by a container";

    private DockerTestcontainersFlow() {}

    public static void main(String... nodes) throws Exception {
        try (var network = Network.newNetwork();
                var web =
                        new GenericContainer<>("busybox:latest")
                                .withCommand("httpd", "-f", "-p", "8080", "-h", "/www")
                                .withCopyToContainer(Transferable.of(PAGE), "/www/index.html")
                                .withNetwork(network)
                                .withNetworkAliases("web")
                                .withExposedPorts(8080)
                                .waitingFor(Wait.forHttp("/"));
                var client =
                        new GenericContainer<>("busybox:latest")
                                .withNetwork(network)
                                .withCommand("sleep", "100")) {
            web.start();
            client.start();
            assertThat(fetched(web)).isEqualTo(PAGE);
            var seen = client.execInContainer("wget", "-qO-", "http://web:8080/");
            assertThat(seen.getExitCode()).as(seen.getStderr()).isZero();
            assertThat(seen.getStdout()).isEqualTo(PAGE);
        }
        typed(List.of(nodes));
        System.out.println("all is as with one daemon");
    }

    private static String fetched(GenericContainer<?> web) throws Exception {
        var at = URI.create("http://%s:%d/".formatted(web.getHost(), web.getMappedPort(8080)));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).body();
        }
    }

    /** docker-java's typed commands. */
    private static void typed(List<String> nodes) {
        var docker = DockerClientFactory.lazyClient();
        assertThat(docker.versionCmd().exec().getApiVersion()).isNotBlank();
        for (var node : nodes) {
            var made =
                    docker.createContainerCmd("busybox")
                            .withCmd("sh", "-c", "exit 3")
                            .withLabels(Map.of("herd.node", node))
                            .withName("typed-" + node)
                            .exec();
            docker.startContainerCmd(made.getId()).exec();
            var code = docker.waitContainerCmd(made.getId()).start().awaitStatusCode();
            assertThat(code).isEqualTo(3);
            var described = docker.inspectContainerCmd("typed-" + node).exec();
            assertThat(described.getNode()).isNotNull();
            assertThat(described.getNode().getName()).isEqualTo(node);
            docker.removeContainerCmd(made.getId()).exec();
        }
        try {
            docker.inspectContainerCmd("nix").exec();
            throw new AssertionError("there is none");
        } catch (NotFoundException e) {
            assertThat(e.getHttpStatus()).isEqualTo(404);
        }
    }
}
