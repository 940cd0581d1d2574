package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.json.Looked;
import io.herd.model.NodeName;
import io.herd.template.Templates;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent says of itself, and where it lets itself be asked. */
class ProbesTest {

    @AutoClose private final GatewayHerd herd;
    private final Path templates;

    ProbesTest(@TempDir Path templates) throws Exception {
        herd = new GatewayHerd(templates);
        this.templates = templates;
    }

    @Test
    void theRootSaysWhatThisIs() throws Exception {
        var index = Looked.into(herd.get("/").body());

        assertThat(index.text("about")).contains("herd");
        assertThat(index.text("version")).isEqualTo("1.2.3");
        assertThat(index.text("node")).isEqualTo("a");
        assertThat(index.each("actions")).hasSize(11);
    }

    @Test
    void anAgentIsHealthyEvenWithoutItsDaemon() throws Exception {
        herd.a.down();

        assertThat(herd.get("/health").status()).isEqualTo(200);
    }

    @Test
    void itIsReadyWhenItsDaemonAnswersAndItIsInTheHerd() throws Exception {
        var got = herd.get("/ready");

        assertThat(got.status()).isEqualTo(200);
        assertThat(Looked.into(got.body()).each("nodes"))
                .extracting(node -> node.json().getAsString())
                .containsExactly("a", "b");
    }

    @Test
    void itIsNotReadyWithoutItsDaemon() throws Exception {
        herd.a.down();

        var got = herd.get("/ready");

        assertThat(got.status()).isEqualTo(503);
        assertThat(Looked.into(got.body()).text("node")).isEqualTo("a");
    }

    @Test
    void itIsNotReadyOutsideTheHerd() throws Exception {
        herd.cluster.leave("a");

        var got = herd.get("/ready");

        assertThat(got.status()).isEqualTo(503);
        assertThat(Looked.into(got.body()).text("error")).contains("no node 'a'");
    }

    @Test
    void prometheusCanReadTheNumbers() throws Exception {
        herd.post("{\"action\": \"create-container\", \"image\": \"ubuntu\"}");
        herd.post("{\"action\": \"dance\"}");

        var got = herd.get("/metrics");

        assertThat(got.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(got.body().lines())
                .contains(
                        "herd_nodes 2.0",
                        "herd_daemon_up 1.0",
                        "herd_daemon_containers 1.0",
                        "herd_build_info{version=\"1.2.3\"} 1",
                        "herd_gateway_requests_total{action=\"Create\",status=\"200\"} 1.0",
                        "herd_gateway_requests_total{action=\"none\",status=\"400\"} 1.0",
                        "# TYPE herd_gateway_request_seconds histogram");
    }

    @Test
    void aDaemonThatIsDownIsANumberToo() throws Exception {
        herd.a.down();

        assertThat(herd.get("/metrics").body().lines()).contains("herd_daemon_up 0.0");
    }

    @Test
    void whatIsNotThereIsSaidInJson() throws Exception {
        assertThat(herd.get("/nowhere").status()).isEqualTo(404);
        assertThat(herd.get("/healthy").status()).isEqualTo(404);
        assertThat(herd.got(herd.request("/ready").POST(BodyPublishers.noBody())).status())
                .isEqualTo(404);
        var deleted = herd.got(herd.request("/").DELETE());
        assertThat(deleted.status()).isEqualTo(405);
        assertThat(Looked.into(deleted.body()).text("error")).contains("POST");
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        var got = herd.got(herd.request("/health").HEAD());

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "192.0.2.1"})
    void beyondLoopbackNothingIsOpened(String host) {
        assertThatThrownBy(() -> Gateway.address(host, 8080, false))
                .isInstanceOf(GatewayException.class)
                .hasMessageContainingAll(
                        host, "where others could read along", "use 127.0.0.1:8080");
    }

    @Test
    void aPortInUseIsNamed() {
        assertThatThrownBy(() ->
                        Gateway.open(
                                new GatewaySettings(
                                        herd.address(),
                                        new NodeName("a"),
                                        new Templates(List.of(templates)),
                                        Duration.ofSeconds(1),
                                        Optional.empty(),
                                        "1",
                                        Optional.empty()),
                                herd.cluster,
                                _ -> Optional.empty(),
                                () -> 0))
                .isInstanceOf(GatewayException.class)
                .hasMessageContainingAll(
                        "127.0.0.1:" + herd.address().getPort(), "choose another --http");
    }
}
