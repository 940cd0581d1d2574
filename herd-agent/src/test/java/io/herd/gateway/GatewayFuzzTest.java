package io.herd.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.engine.MemoryEngine;
import io.herd.fuzz.Fuzz;
import io.herd.fuzz.HttpAnswers;
import io.herd.model.Deadline;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayFuzzTest {

    private static final Pattern NAMED = Pattern.compile("\"error\": *\"[^\"]");

    @TempDir Path templates;

    @Test
    void whateverComesIsAnsweredAndMakesNothing() throws Exception {
        try (var herd = new GatewayHerd(templates)) {
            Fuzz.of("gateway").give(input -> HttpAnswers.check(answers(herd, input), NAMED));

            assertThat(containers(herd.a) + containers(herd.b)).isEqualTo("[][]");
            var good = herd.post("{\"action\": \"create-container\", \"template\": \"test\"}");
            assertThat(good.status()).isEqualTo(200);
            assertThat(containers(herd.a) + containers(herd.b)).contains("busybox");
        }
    }

    private static String answers(GatewayHerd herd, byte[] input) throws Exception {
        try (var socket = herd.connect()) {
            // Closed at once: so many ports would not be free again in time.
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            // A reset: it had answered before it had read all.
            return "";
        }
    }

    private static String containers(MemoryEngine engine) throws Exception {
        return engine.containers(true, Deadline.in(Duration.ofSeconds(5))).text();
    }
}
