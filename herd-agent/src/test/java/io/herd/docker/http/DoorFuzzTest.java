package io.herd.docker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.api.ApiOptions;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.fuzz.Fuzz;
import io.herd.fuzz.HttpAnswers;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorFuzzTest {

    private static final Pattern NAMED = Pattern.compile("\"message\": *\"[^\"]");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir Path home;

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");

    @Test
    void whateverComesIsAnsweredAndMakesNothing() throws Exception {
        var cluster = new InProcessCluster().with("a", a).with("b", b);
        var settings = new DockerSettings("herd", new NodeName("a"), TIMEOUT, ApiOptions.USUAL);
        a.api().answer("GET /_ping", 200, "OK");
        try (var server = new DockerServer(settings, cluster, a::open)) {
            var socket = home.resolve("docker.sock");
            server.listen(socket);
            var asked = new AtomicInteger();
            Fuzz.of("docker-api")
                    .give(input -> {
                        asked.addAndGet(creations(new String(input, ISO_8859_1)));
                        HttpAnswers.check(answers(socket, input), NAMED);
                    });

            assertThat(made(a) + made(b)).isEqualTo("[][]");
            // Nothing that is no request to make something becomes one on the way.
            assertThat(List.of(a, b))
                    .flatExtracting(it -> it.api().requests())
                    .filteredOn(it -> it.path().endsWith("/create"))
                    .hasSizeLessThanOrEqualTo(asked.get());
            assertThat(answers(socket, "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n".getBytes(UTF_8)))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("OK");
        }
    }

    private static int creations(String input) {
        return input.split("/create", -1).length - 1;
    }

    private static String answers(Path socket, byte[] input) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            try {
                var bytes = ByteBuffer.wrap(input);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.shutdownOutput();
            } catch (IOException e) {
                // It has heard enough, and its answer is still to be read.
            }
            return all(Channels.newInputStream(channel));
        }
    }

    private static String all(InputStream from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            from.transferTo(bytes);
        } catch (SocketException e) {
            // It was cut off in a broken body: what came before still has to be right.
        }
        return bytes.toString(ISO_8859_1);
    }

    private static String made(MemoryEngine engine) throws Exception {
        return engine.containers(true, Deadline.in(TIMEOUT)).text();
    }
}
