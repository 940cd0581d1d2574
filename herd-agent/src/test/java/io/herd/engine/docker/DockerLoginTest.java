package io.herd.engine.docker;

import static io.herd.engine.docker.RecordingEndpoint.daemon;
import static io.herd.engine.docker.RecordingEndpoint.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.model.RegistryLogin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerLoginTest {

    @Test
    void aLoginGoesToTheDaemonWithThePullAlone() throws Exception {
        var login = Optional.of(new RegistryLogin("eyJ1c2VybmFtZSI6ImphbmUifQ=="));
        try (var server =
                        RecordingEndpoint.tcp(daemon("1.41", json(200, "{\"status\":\"done\"}")));
                var engine = DockerEngine.at(server.address())) {
            engine.images().pull("a", login, soon());
            engine.images().pull("a", Optional.empty(), soon());

            assertThat(server.seen().stream().map(RecordingEndpoint.Seen::head))
                    .satisfiesExactly(
                            ping -> assertThat(ping).doesNotContain("X-Registry-Auth"),
                            with ->
                                    assertThat(with)
                                            .contains(
                                                    "X-Registry-Auth: eyJ1c2VybmFtZSI6ImphbmUifQ==\r\n"),
                            without -> assertThat(without).doesNotContain("X-Registry-Auth"));
        }
    }

    @Test
    void aLoginThatWouldBeAnotherHeaderIsNotSentAndNotShown() throws Exception {
        var login = Optional.of(new RegistryLogin("secret\r\nX: y"));
        try (var server = RecordingEndpoint.tcp(daemon("1.41", json(200, "{}")));
                var engine = DockerEngine.at(server.address())) {
            assertThatThrownBy(() -> engine.images().pull("a", login, soon()))
                    .hasMessageContaining("X-Registry-Auth")
                    .hasMessageNotContaining("secret");
            assertThat(server.lines()).containsExactly("GET /_ping");
        }
    }

    // What engines say of it, in their answer or in its stream.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | Head \"http://127.0.0.1:5000/v2/a/manifests/1\": no basic auth credentials",
                "500 | unauthorized: authentication required",
                "500 | Head \"https://ghcr.io/v2/a/b/manifests/1\": denied",
                "500 | denied: requested access to the resource is denied",
                "401 | error from registry: authentication required",
                "403 | no"
            },
            quoteCharacter = '`')
    void aRegistryThatWantsAnotherLoginHasDeniedIt(int status, String message) throws Exception {
        var quoted = message.replace("\"", "\\\"");
        var answer = json(status, "{\"message\":\"%s\"}".formatted(quoted));
        var stream = json(200, "{\"errorDetail\":{\"message\":\"%s\"}}".formatted(quoted));
        for (var script : status == 500 ? List.of(answer, stream) : List.of(answer)) {
            try (var server = RecordingEndpoint.tcp(daemon("1.41", script));
                    var engine = DockerEngine.at(server.address())) {
                assertThat(failure(engine)).isEqualTo(new Failure(Kind.DENIED, message));
            }
        }
    }

    @Test
    void aDaemonThatMayNotWriteHasNotBeenDeniedByTheRegistry() throws Exception {
        var said = "{\"message\":\"open /var/lib/docker/tmp/x: permission denied\"}";
        try (var server = RecordingEndpoint.tcp(daemon("1.41", json(500, said)));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(engine).kind()).isEqualTo(Kind.DAEMON_ERROR);
        }
    }

    private static Failure failure(Engine engine) {
        var thrown =
                catchThrowableOfType(
                        EngineException.class,
                        () -> engine.images().pull("a", Optional.empty(), soon()));
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
