package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "172.17.0.0/16, 172.17.255.1, true",
        "172.17.0.0/16, 172.18.0.1, false",
        "10.0.0.1/32, 10.0.0.1, true",
        "0.0.0.0/0, 10.0.0.1, true",
        "fd00:1::/64, fd00:1::5, true",
        "fd00:1::/64, fd00:2::5, false",
        "172.17.0.0/16, ::ffff:1, false",
        "172.17.0.0/16, node.example, false",
        "172.17.0.0, 172.17.0.1, false",
        "172.17.0.0/x, 172.17.0.1, false",
        "172.17.0.0/33, 172.17.0.0, false",
        "172.17.0.0/-1, 172.17.0.0, false",
        "nonsense, 172.17.0.1, false"
    })
    void anAddressIsInASubnetThatBeginsLikeIt(String subnet, String host, boolean is) {
        assertThat(Subnet.contains(subnet, host)).isEqualTo(is);
    }
}
