package io.herd.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {

    @ParameterizedTest
    @CsvSource({
        "busybox, docker.io",
        "busybox:1.36, docker.io",
        "busybox@sha256:00, docker.io",
        "library/busybox, docker.io",
        "jane/web:1, docker.io",
        "docker.io/jane/web, docker.io",
        "index.docker.io/jane/web, docker.io",
        "ghcr.io/jane/web, ghcr.io",
        "localhost/web, localhost",
        "localhost:5000/web, localhost:5000",
        "host:5000/a/b:1, host:5000",
        "[::1]:5000/a, [::1]:5000",
        "Host/web, Host"
    })
    void theRegistryIsTheOneThatDockerAsks(String image, String host) {
        assertThat(Registry.of(image).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "busybox, https://index.docker.io/v1/, docker login",
        "host:5000/a, host:5000, docker login host:5000"
    })
    void itHasANameInDockersConfigurationAndAWayToLogIn(String image, String key, String login) {
        assertThat(Registry.of(image).key()).isEqualTo(key);
        assertThat(Registry.of(image).loginCommand()).isEqualTo(login);
    }
}
