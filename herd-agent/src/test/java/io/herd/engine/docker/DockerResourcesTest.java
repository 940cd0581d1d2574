package io.herd.engine.docker;

import static io.herd.engine.docker.RecordingEndpoint.daemon;
import static io.herd.engine.docker.RecordingEndpoint.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.Deadline;
import io.herd.model.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DockerResourcesTest {

    @Test
    void volumesThatHaveANameAreLeftUnlessAllAreToGo() throws Exception {
        try (var server = RecordingEndpoint.tcp(daemon("1.42", json(200, "{\"Labels\":null}")));
                var engine = DockerEngine.at(server.address())) {
            engine.resources().prune(ResourceKind.VOLUME, false, Map.of(), soon());
            engine.resources().prune(ResourceKind.VOLUME, true, Map.of(), soon());

            assertThat(server.lines())
                    .contains(
                            "POST /v1.42/volumes/prune",
                            "POST /v1.42/volumes/prune?filters="
                                    + "%7B%22all%22%3A%5B%22true%22%5D%2C%22label%21%22%3A%5B%22herd.number%22%5D%7D");
        }
    }

    @Test
    void aDaemonThatWouldRemoveThemAllIsNotAsked() throws Exception {
        try (var server = RecordingEndpoint.tcp(daemon("1.41", json(200, "{\"Labels\":null}")));
                var engine = DockerEngine.at(server.address())) {
            var some = Map.of("label", List.of("x"));

            assertThatThrownBy(() ->
                            engine.resources().prune(ResourceKind.VOLUME, false, some, soon()))
                    .hasMessageContaining("too old", "herd volume prune --all");
            assertThat(server.lines()).noneMatch(line -> line.contains("prune"));

            engine.resources().prune(ResourceKind.VOLUME, true, some, soon());
            assertThat(server.lines())
                    .contains(
                            "POST /v1.41/volumes/prune?filters="
                                    + "%7B%22label%22%3A%5B%22x%22%5D%2C%22label%21%22%3A%5B%22herd.number%22%5D%7D");
        }
    }

    @Test
    void aNameStaysInItsPlace() throws Exception {
        try (var server = RecordingEndpoint.tcp(daemon("1.42", json(200, "{}")));
                var engine = DockerEngine.at(server.address())) {
            engine.resources().inspect(ResourceKind.NETWORK, "my net+", soon());

            assertThat(server.lines()).contains("GET /v1.42/networks/my%20net%2B");
        }
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
