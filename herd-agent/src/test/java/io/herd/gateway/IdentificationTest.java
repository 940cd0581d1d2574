package io.herd.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cluster.Key;
import io.herd.cluster.transport.HerdTls;
import io.herd.json.Looked;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served by HTTP: whoever shows the token "good". */
class IdentificationTest {

    private static final String LIST = "{\"action\": \"list-containers\"}";
    private static final Key KEY = new Key("a key for tests that is long enough for all of them");

    private final GatewayHerd herd;
    private final Path templates;

    IdentificationTest(@TempDir Path templates) throws Exception {
        this.templates = templates;
        herd =
                new GatewayHerd(
                        templates, "127.0.0.1", Optional.empty(), IdentificationTest::caller);
    }

    private static Optional<Caller> caller(Optional<String> token) throws IOException {
        if (token.equals(Optional.of("broken"))) {
            throw new IOException("cannot read the users in /x: it is broken");
        }
        return token.filter("good"::equals).map(_ -> new Caller("jane", By.TOKEN, "a"));
    }

    @AfterEach
    void close() {
        herd.close();
    }

    @Test
    void whoShowsATokenIsServedAsHisOwner() throws Exception {
        assertThat(post("Bearer good").status()).isEqualTo(200);
        assertThat(post("bearer  good ").status()).isEqualTo(200);
    }

    @Test
    void whoShowsNoneIsToldHow() throws Exception {
        var answer = herd.post(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"herd\"");
        assertThat(Looked.into(answer.body()).text("error"))
                .isEqualTo(
                        "who asks is not known: send 'Authorization: Bearer TOKEN' with a token of 'herd user token NAME', or start the agent with --http-anonymous USER");
        assertThat(herd.get("/").status()).isEqualTo(401);
        assertThat(herd.get("/metrics").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer bad",
                "Bearer",
                "Bearer ",
                "Basic Z29vZA==",
                "good",
                "Bearer good good",
                "Bearer GOOD",
                "Bearergood",
                "Bearer ../good",
                "Bearer good\u00e4"
            })
    void aTokenThatIsNotValidIsNotServed(String header) throws Exception {
        var answer = post(header);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("this token is not valid, or not any more");
    }

    @Test
    void twoTokensAreNone() throws Exception {
        var request =
                herd.request("/")
                        .header("Authorization", "Bearer good")
                        .header("Authorization", "Bearer good")
                        .POST(BodyPublishers.ofString(LIST));

        assertThat(herd.got(request).status()).isEqualTo(401);
    }

    @Test
    void ifItCannotBeFoundOutNobodyIsServed() throws Exception {
        var answer = post("Bearer broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("the agent cannot find out who asks: its log says why")
                .doesNotContain("/x");
    }

    @Test
    void whatLooksWhetherItIsReadyNeedsNoTokenAndIsToldNoNames() throws Exception {
        assertThat(herd.get("/health").status()).isEqualTo(200);
        assertThat(herd.get("/ready").body()).isEqualTo("{\"ready\":true}\n");
        assertThat(herd.got(herd.request("/ready").header("Authorization", "Bearer good")).body())
                .contains("\"nodes\":[\"a\",\"b\"]");
        herd.a.down();
        assertThat(herd.get("/ready").body())
                .contains("the agent is not ready")
                .doesNotContain("a:");
    }

    @Test
    void denialsAreCounted() throws Exception {
        assertThat(herd.got(herd.request("/metrics").header("Authorization", "Bearer good")).body())
                .contains("herd_denials_total 7");
    }

    @Test
    void withTheHerdsCertificateItSpeaksHttps() throws Exception {
        var tls = Optional.of(HerdTls.server(KEY, "herd"));
        try (var https = new GatewayHerd(templates, "127.0.0.1", tls, IdentificationTest::caller)) {
            var curl =
                    new ProcessBuilder(
                                    "curl",
                                    "-sSk",
                                    "--max-time",
                                    "20",
                                    "--pinnedpubkey",
                                    HerdTls.pin(KEY, "herd"),
                                    "-H",
                                    "Authorization: Bearer good",
                                    "--data",
                                    LIST,
                                    "https://127.0.0.1:" + https.address().getPort())
                            .redirectErrorStream(true)
                            .start();
            assertThat(new String(curl.getInputStream().readAllBytes(), UTF_8))
                    .contains("\"statusCode\":200");
            assertThat(curl.waitFor()).isZero();
        }
    }

    @Test
    void aCertificateThatIsNoneIsNamed() throws Exception {
        var text = Files.writeString(templates.resolve("x.pem"), "nothing");

        assertThatThrownBy(() -> new PemFiles(text, text).context())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining(text.toString());
        assertThatThrownBy(() -> new PemFiles(Path.of("/none"), text).context())
                .hasMessageStartingWith("cannot read the certificate /none: ");
    }

    private GatewayHerd.Got post(String authorization) throws Exception {
        return herd.got(
                herd.request("/")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString(LIST)));
    }
}
