package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTest {

    @TempDir Path templates;

    @ParameterizedTest
    @ValueSource(strings = {"::1", "127.0.0.1", "localhost", "0:0:0:0:0:0:0:1"})
    void itListensAndAnswersOnTheLoopbackOfEitherFamily(String host) throws Exception {
        try (var herd = new GatewayHerd(templates, host)) {
            assertThat(herd.address().getAddress().isLoopbackAddress()).isTrue();
            assertThat(herd.get("/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "0.0.0.0", "fd00::1", "2001:db8::7", "::2", "10.0.0.1"})
    void itIsRefusedWhereOthersCouldReachIt(String host) {
        assertThatThrownBy(() -> Gateway.address(host, 8080, false))
                .isInstanceOf(GatewayException.class)
                .hasMessage(
                        "refusing to listen for HTTP on %s, where others could read along: give --key, or --tls-cert and --tls-key, or use 127.0.0.1:8080 or [::1]:8080",
                        host);
    }
}
