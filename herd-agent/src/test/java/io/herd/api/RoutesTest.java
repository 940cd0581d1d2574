package io.herd.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest {

    /**
     * Method, path and first version of each endpoint in the engine's own description, from 1.41 to
     * 1.56.
     */
    static List<String> endpoints() throws IOException {
        try (var list = RoutesTest.class.getResourceAsStream("endpoints.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void theTableHasEveryEndpointOfTheEnginesDescription(String endpoint) {
        var words = endpoint.split(" ", -1);

        var match = Routes.of(request(words[0], words[1].replaceAll("[{}]", "")));

        assertThat(match.route().pattern()).isNotEqualTo("/{rest}");
    }

    @Test
    void whatIsNotInTheTableIsNowhereAndForAdmins() {
        var match = Routes.of(request("GET", "/debug/pprof"));

        assertThat(match.route().where()).isEqualTo(Where.NOWHERE);
        assertThat(match.route().subject()).isEqualTo(Subject.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /containers/b/web/json, /containers/{id}/json, b/web",
        "GET, /containers/b%2Fweb/json, /containers/{id}/json, b/web",
        "GET, /images/localhost:5000/a/b:1/json, /images/{name}/json, localhost:5000/a/b:1",
        "GET, /images/json, /images/json, ''",
        "DELETE, /containers/web, /containers/{id}, web",
        "DELETE, /containers/b/web/checkpoints/one, /containers/{id}/checkpoints/{name}, b/web",
        "DELETE, /containers/checkpoints/one, /containers/{id}, checkpoints/one",
        "DELETE, /containers/x/checkpoints/, /containers/{id}, x/checkpoints/",
        "GET, /networks, /networks, ''",
        "GET, /networks/, /networks/, ''",
        "GET, /networks/a+b, /networks/{id}, a+b",
        "GET, /containers/x/attach/ws, /containers/{id}/attach/ws, x",
        "POST, /swarm/init, /swarm/{rest}, init",
    })
    void aPathIsMatchedAsADaemonMatchesIt(
            String method, String path, String pattern, String variable) {
        var match = Routes.of(request(method, path));

        assertThat(match.route().pattern()).isEqualTo(pattern);
        assertThat(match.variable()).isEqualTo(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /images/x/json, localhost:5000/a b, /images/localhost%3A5000/a%20b/json",
        "DELETE, /containers/b/web/checkpoints/o%20ne, 12ab, /containers/12ab/checkpoints/o%20ne",
        "GET, /networks, x, /networks",
    })
    void aRequestIsMadeAboutSomethingElse(
            String method, String path, String variable, String expected) {
        var request = request(method, path);

        assertThat(Routes.of(request).route().about(variable, request).path()).isEqualTo(expected);
    }

    static Stream<Route> all() {
        return Routes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatChangesSomethingHasAWordForTheAudit(Route route) {
        assertThat(route.changes() && route.word().isEmpty()).isFalse();
    }

    private static ApiRequest request(String method, String path) {
        return new ApiRequest(method, Optional.empty(), path, "", List.of(), new ApiBody.None());
    }
}
