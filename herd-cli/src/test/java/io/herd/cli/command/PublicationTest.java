package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cli.command.Publication.Port;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("80", new Port("80/tcp", "", "")),
                Arguments.of("8080:80", new Port("80/tcp", "", "8080")),
                Arguments.of("53:53/udp", new Port("53/udp", "", "53")),
                Arguments.of("127.0.0.1:8080:80", new Port("80/tcp", "127.0.0.1", "8080")),
                Arguments.of("127.0.0.1::80", new Port("80/tcp", "127.0.0.1", "")),
                Arguments.of("[::1]:8080:80", new Port("80/tcp", "::1", "8080")),
                Arguments.of("8000-8010:80", new Port("80/tcp", "", "8000-8010")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPortIsPublishedAsDockerReadsIt(String text, Port port) {
        assertThat(Publication.parse(text).ports()).containsExactly(port);
    }

    @Test
    void rangesAreTakenInPairs() {
        assertThat(Publication.parse("8000-8001:80-81").ports())
                .containsExactly(new Port("80/tcp", "", "8000"), new Port("81/tcp", "", "8001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web",
                "0:80",
                "80:65536",
                "81-80",
                "8000-8002:80-81",
                "80/icmp",
                "1:2:3:4"
            })
    void whatIsNoPortIsNamedWithTheFormsThatAre(String text) {
        assertThatThrownBy(() -> Publication.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' publishes no port: use ");
    }
}
