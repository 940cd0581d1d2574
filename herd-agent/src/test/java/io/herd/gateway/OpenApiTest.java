package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.gateway.GatewayHerd.Got;
import io.herd.json.OpenApi;
import io.herd.json.dockermod.DockerModJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/openapi.json against what is really answered. */
class OpenApiTest {

    private static final Path FILE = Path.of("../docs/openapi.json");

    @TempDir Path templates;
    private GatewayHerd herd;
    private OpenApi api;
    private final Set<String> seen = new TreeSet<>();

    @BeforeEach
    void open() throws Exception {
        api = OpenApi.of(FILE);
        herd = new GatewayHerd(templates);
    }

    @AfterEach
    void close() {
        herd.close();
    }

    @Test
    void everyAnswerThatIsDescribedIsGivenAndIsAsDescribed() throws Exception {
        herd.a.nextId("c".repeat(64));
        for (var good :
                List.of(
                        "{\"action\":\"create-container\",\"template\":\"test\"}",
                        "{\"action\":\"create-container\",\"image\":\"ubuntu\",\"instances\":3}",
                        "{\"action\":\"create-container\",\"body\":{\"Image\":\"ubuntu\"}}",
                        "{\"action\":\"create-raw-container\",\"body\":{\"Image\":\"ubuntu\"}}",
                        "{\"action\":\"start-container\",\"id\":\"cccc\"}",
                        "{\"action\":\"restart-container\",\"id\":\"cccc\"}",
                        "{\"action\":\"inspect-container\",\"id\":\"cccc\"}",
                        "{\"action\":\"stop-container\",\"id\":\"cccc\"}",
                        "{\"action\":\"delete-container\",\"id\":\"cccc\"}",
                        "{\"action\":\"list-containers\"}",
                        "{\"action\":\"list-containers\",\"all\":true}",
                        "{\"action\":\"list-images\"}",
                        "{\"action\":\"list-images\",\"all\":true}")) {
            assertThat(api.request("/", good)).as(good).isEmpty();
            assertThat(posted(good).status()).as(good).isEqualTo(200);
        }
        posted("{\"action\":\"dance\"}");
        posted("{\"action\":\"start-container\",\"id\":\"none\"}");
        posted("{\"action\":\"unregister\",\"hostname\":\"a\"}");
        posted("{\"action\":\"register\",\"hostname\":\"a\"}");
        posted(" ".repeat(100_000));
        refused("POST", "/");
        asked("POST", "/", "Authorization", "Bearer none");
        for (var kind : List.of(Kind.CONFLICT, Kind.DAEMON_ERROR, Kind.DAEMON_TIMEOUT)) {
            herd.a.failNextCreates(1, new Failure(kind, "no"));
            herd.b.failNextCreates(1, new Failure(kind, "no"));
            posted("{\"action\":\"create-container\",\"image\":\"ubuntu\"}");
        }
        herd.a.down();
        posted("{\"action\":\"list-containers\"}");
        herd.cluster.with(
                "a",
                (_, _) -> {
                    throw new IllegalStateException("a bug, for this test");
                });
        posted("{\"action\":\"list-containers\"}");

        assertThat(seen).containsAll(api.statuses("post", "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/ready", "/metrics"})
    void whatCanBeGotIsAsDescribed(String path) throws Exception {
        described("get", path, herd.get(path));
        refused("GET", path);
        asked("GET", path, "Authorization", "Bearer none");
        herd.a.down();
        described("get", path, herd.get(path));

        assertThat(seen).containsAll(api.statuses("get", path));
    }

    @Test
    void everyActionIsDescribed() throws Exception {
        assertThat(DockerModJson.actions())
                .allSatisfy(action ->
                        assertThat(Files.readString(FILE)).contains("\"" + action + "\""));
    }

    @Test
    void aRequestThatIsNotAsDescribedIsNoticed() {
        assertThat(api.request("/", "{\"action\":\"start-container\"}")).isNotEmpty();
        assertThat(api.answer("get", "/health", 200, "application/json", "{}")).isNotEmpty();
    }

    private Got posted(String json) throws Exception {
        var got = herd.post(json);
        described("post", "/", got);
        return got;
    }

    private void refused(String method, String path) throws Exception {
        asked(method, path, "Origin", "null");
    }

    private void asked(String method, String path, String header, String value) throws Exception {
        described(
                method.toLowerCase(java.util.Locale.ROOT),
                path,
                herd.got(
                        herd.request(path)
                                .header(header, value)
                                .method(method, BodyPublishers.noBody())));
    }

    private void described(String method, String path, Got got) {
        var type = got.header("Content-Type").split(";", 2)[0];
        seen.add(Integer.toString(got.status()));
        assertThat(api.answer(method, path, got.status(), type, got.body()))
                .as(got.status() + " " + got.body())
                .isEmpty();
    }
}
