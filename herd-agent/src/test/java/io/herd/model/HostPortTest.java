package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "h1, h1, 7800",
        "h1.example:9, h1.example, 9",
        "10.0.0.1:65535, 10.0.0.1, 65535",
        "fe80::1%eth0, fe80::1%eth0, 7800",
        "[::1]:9, ::1, 9",
        "[::1], ::1, 7800",
        "::1, ::1, 7800",
        "[fd00::1]:7801, fd00::1, 7801",
        "[fe80::1%eth0]:9, fe80::1%eth0, 9"
    })
    void anAddressIsReadWithOrWithoutItsPort(String text, String host, int port) {
        assertThat(HostPort.parse(text, 7800)).isEqualTo(new HostPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":7800",
                "h:",
                "h:x",
                "h:65536",
                "h:-1",
                "a b",
                "a,b",
                "10.0.0.1\\",
                "[]:1",
                "[]",
                "[",
                "[::1",
                "[::1]9",
                "[::1]:",
                "[::1]:65536",
                "[::1]]:9",
                "::1]:9",
                "[h1]:9",
                "[10.0.0.1]:9",
                "1:2:3",
                "fd00::1::2",
                "[fe80::1%]:9",
                "[fe80::1%a b]:9",
                "::g",
                "::ffff:10.0.0.1"
            })
    void whatIsNoneIsNamed(String text) {
        assertThatThrownBy(() -> HostPort.parse(text, 7800))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invalid address '" + text + "'");
    }
}
