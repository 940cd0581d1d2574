package io.herd.cli.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cli.command.creation.Publication;
import io.herd.cli.command.creation.Publication.Port;
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
                Arguments.of("80/TCP", new Port("80/tcp", "", "")),
                Arguments.of("127.0.0.1:0:80", new Port("80/tcp", "127.0.0.1", "0")),
                Arguments.of("0:80", new Port("80/tcp", "", "0")),
                Arguments.of("target=80,published=8080", new Port("80/tcp", "", "8080")),
                Arguments.of("published=53,target=53,protocol=udp", new Port("53/udp", "", "53")),
                Arguments.of("target=80", new Port("80/tcp", "", "")),
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
                "80:0",
                "80:65536",
                "localhost:8080:80",
                "10.0.0:8080:80",
                "10.0.0.256:8080:80",
                "10.0.0.01:8080:80",
                "0x7f000001:8080:80",
                "2130706433:8080:80",
                "[::g]:8080:80",
                "[127.0.0.1:8080:80",
                "published=8080",
                "target=80,published=8080,port=1",
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
