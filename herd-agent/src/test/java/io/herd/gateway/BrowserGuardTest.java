package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page must not reach the herd through the browser of somebody who has it on loopback. */
class BrowserGuardTest {

    @AutoClose private final GatewayHerd herd;

    BrowserGuardTest(@TempDir Path templates) throws Exception {
        herd = new GatewayHerd(templates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:8080"})
    void whatHasAnOriginIsRefusedAndNotDone(String origin) throws Exception {
        var got =
                herd.got(
                        herd.request("/")
                                .header("Origin", origin)
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"action\":\"create-container\",\"image\":\"ubuntu\"}")));

        assertThat(got.status()).isEqualTo(403);
        assertThat(got.body()).contains("web page");
        assertThat(herd.cluster.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.evil.example",
                "10.0.0.1:8080",
                "localhost:80@evil",
                "::1",
                "::1:8080",
                "[::1]evil.example",
                "[::1].evil.example:8080",
                "[::1%lo]:8080",
                "[::2]:8080",
                "[fd00::1]:8080",
                "[1:2]:8080",
                "[evil.example]"
            })
    void whatIsForAnotherHostIsRefused(String host) throws Exception {
        assertThat(statusFor("Host: " + host)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9090",
                "127.0.0.1:8080",
                "127.9.9.9",
                "[::1]:1",
                "[::1]",
                "[0:0:0:0:0:0:0:1]:8080"
            })
    void whatIsForThisHostIsAnswered(String host) throws Exception {
        assertThat(statusFor("Host: " + host)).isEqualTo(200);
    }

    @Test
    void whatABrowserFetchesForAPageIsRefused() throws Exception {
        assertThat(statusFor("Host: localhost\r\nSec-Fetch-Site: cross-site")).isEqualTo(403);
        assertThat(statusFor("Host: localhost\r\nSec-Fetch-Site: none")).isEqualTo(200);
    }

    @Test
    void twoHostsOfWhichOneIsForeignAreRefused() throws Exception {
        assertThat(statusFor("Host: localhost\r\nHost: evil.example")).isNotEqualTo(200);
    }

    private int statusFor(String headers) throws Exception {
        try (var socket = herd.connect()) {
            socket.getOutputStream()
                    .write(
                            ("GET /health HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
