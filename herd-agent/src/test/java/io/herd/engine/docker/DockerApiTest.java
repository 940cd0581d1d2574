package io.herd.engine.docker;

import static io.herd.engine.EngineCalls.in;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DockerApiTest {

    private static final ByteBuffer REFUSAL =
            ByteBuffer.wrap(
                    "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
                            .getBytes(US_ASCII));

    @TempDir private Path dir;

    // More than a socket holds, so that the daemon is certainly gone before all is written.
    @ParameterizedTest
    @ValueSource(ints = {2, 8_000_000})
    void whatIsRefusedByItsHeadAloneIsAnswered(int size) throws Exception {
        var socket = dir.resolve("docker.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var engine = DockerEngine.at("unix://" + socket)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var refusing = CompletableFuture.runAsync(() -> refuse(server));

            var answer = engine.call(request("x".repeat(size)), in(10_000));

            assertThat(answer.head().status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("no");
            refusing.get(10, TimeUnit.SECONDS);
        }
    }

    private static void refuse(ServerSocketChannel server) {
        try (var connection = server.accept()) {
            var head = ByteBuffer.allocate(64);
            while (head.hasRemaining()) {
                connection.read(head);
            }
            connection.write(REFUSAL.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiRequest request(String body) {
        return new ApiRequest(
                "POST",
                Optional.of("1.41"),
                "/containers/some/exec",
                "",
                List.of(new Header("Content-Type", "text/plain")),
                new ApiBody.Text(body));
    }
}
