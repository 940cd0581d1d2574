package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "fd00:0:0:0:0:0:0:10, fd00::10",
        "fd00:0:0:1:0:0:0:1, fd00:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:10:100:1000:0:0:0, 2001:db8:10:100:1000::",
        "fe80:0:0:0:0:0:0:1%1, fe80::1%1",
        "::ffff:10.0.0.1, 10.0.0.1"
    })
    void anAddressIsAsShortAsPeopleWriteIt(String address, String text) throws Exception {
        assertThat(AddressText.of(InetAddress.getByName(address))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.1:80", "fd00::1, [fd00::1]:80", "fe80::1%1, [fe80::1%1]:80"})
    void beforeAPortAnIpv6AddressIsInBrackets(String address, String text) throws Exception {
        assertThat(AddressText.of(new InetSocketAddress(InetAddress.getByName(address), 80)))
                .isEqualTo(text);
    }
}
