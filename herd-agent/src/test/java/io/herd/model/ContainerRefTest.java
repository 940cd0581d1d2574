package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRefTest {

    @Test
    void aNameAloneMayBeAnywhere() {
        assertThat(ContainerRef.parse("web")).isEqualTo(new ContainerRef(Optional.empty(), "web"));
    }

    @Test
    void aNameBehindANodeIsThere() {
        assertThat(ContainerRef.parse("a/web"))
                .isEqualTo(new ContainerRef(Optional.of(new NodeName("a")), "web"))
                .hasToString("a/web");
    }

    @Test
    void theDaemonsOwnLeadingSlashIsPassedOver() {
        assertThat(ContainerRef.parse("/web")).isEqualTo(ContainerRef.parse("web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "a/", "a/b/c", "no node/web"})
    void whatCannotBeOneIsNamed(String text) {
        assertThatThrownBy(() -> ContainerRef.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.strip().isEmpty() ? "use" : text.split("/", -1)[0]);
    }
}
