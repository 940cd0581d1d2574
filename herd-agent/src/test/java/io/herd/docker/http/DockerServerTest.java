package io.herd.docker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.agent.LocalNode;
import io.herd.api.ApiBody;
import io.herd.api.ApiOptions;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.engine.MemoryEngine.Call;
import io.herd.model.NodeName;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerServerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final DockerSettings settings =
            new DockerSettings("herd", new NodeName("a"), TIMEOUT, ApiOptions.USUAL);

    // dockerode has one, and what a daemon gets of it behind the head would be input.
    @Test
    void theBodyOfAnAttachIsNotHandedOver(@TempDir Path home) throws Exception {
        a.api().answer("GET /containers/web/json", 200, "{\"Id\":\"x\",\"Config\":{}}");
        a.api().answer("POST /containers/web/attach", 200, "");
        var cluster = new InProcessCluster().with("a", a);
        try (var server = new DockerServer(settings, cluster, a::open)) {
            var socket = home.resolve("docker.sock");
            server.listen(socket);

            for (var framed :
                    new String[] {
                        "Content-Length: 4\r\n\r\nbody",
                        "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"
                    }) {
                var head = "POST /containers/web/attach?stdin=1 HTTP/1.1\r\nHost: d\r\n";
                assertThat(answer(socket, head + framed)).startsWith("HTTP/1.1 200 ");
            }
        }
        assertThat(a.api().requests())
                .filteredOn(it -> it.path().endsWith("/attach"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.body()).isEqualTo(new ApiBody.None()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n"})
    void whatHasLostTheEndOfItsHeadIsRefusedAndNotDone(String before, @TempDir Path home)
            throws Exception {
        a.api().answer("DELETE /containers/web", 204, "");
        var cluster = new InProcessCluster().with("a", a);
        try (var server = new DockerServer(settings, cluster, a::open)) {
            var socket = home.resolve("docker.sock");
            server.listen(socket);

            assertThat(answer(socket, before + "DELETE /containers/web HTTP/1.1\r\nHost: d\r\n"))
                    .contains("HTTP/1.1 400 ", "the head of the request ends too soon");
        }
        assertThat(a.api().requests()).noneMatch(it -> it.method().equals("DELETE"));
    }

    // Otherwise a client that is still writing sees a broken pipe, and not why it is refused.
    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void whoeverIsRefusedWithinABodyMayEndItAndHearsWhy(String node, @TempDir Path home)
            throws Exception {
        var why = new Failure(Kind.FORBIDDEN, "you may not");
        a.failNext(Call.OPEN, 1, why);
        StreamHandler refusing = (_, _, session) -> tell(session, new Outcome.Failed(why));
        var cluster =
                new InProcessCluster()
                        .with("a", a)
                        .with("b", new LocalNode(new NodeName("b"), a), refusing);
        try (var server = new DockerServer(settings, cluster, a::open)) {
            var socket = home.resolve("docker.sock");
            server.listen(socket);

            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                var out = Channels.newOutputStream(channel);
                out.write(
                        "POST /node/%s/build HTTP/1.1\r\nHost: d\r\nContent-Length: 8\r\n\r\nbody"
                                .formatted(node)
                                .getBytes(UTF_8));
                assertThat(Channels.newInputStream(channel).readAllBytes())
                        .asString(UTF_8)
                        .startsWith("HTTP/1.1 403 ")
                        .contains("Connection: close", "you may not");
                out.write("body".getBytes(UTF_8));
            }
        }
    }

    private static void tell(Session session, Outcome why) {
        try {
            session.send(new Frame.Failed(why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Path socket, String request) throws Exception {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Channels.newOutputStream(channel).write(request.getBytes(UTF_8));
            channel.shutdownOutput();
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        }
    }
}
