package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.Container.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void publishedPortsShowWhereTheyLead() {
        assertThat(
                        Ports.text(
                                List.of(
                                        new Port("0.0.0.0", 8080, 80, "tcp"),
                                        new Port("::", 8080, 80, "tcp"))))
                .isEqualTo("0.0.0.0:8080->80/tcp, [::]:8080->80/tcp");
    }

    @Test
    void neighboursBecomeARange() {
        assertThat(
                        Ports.text(
                                List.of(
                                        new Port("0.0.0.0", 8001, 81, "tcp"),
                                        new Port("0.0.0.0", 8000, 80, "tcp"),
                                        new Port("0.0.0.0", 9000, 82, "tcp"))))
                .isEqualTo("0.0.0.0:8000-8001->80-81/tcp, 0.0.0.0:9000->82/tcp");
    }

    @Test
    void portsThatAreNotPublishedStandAlone() {
        assertThat(
                        Ports.text(
                                List.of(
                                        new Port("", 0, 53, "udp"),
                                        new Port("", 0, 443, "tcp"),
                                        new Port("", 0, 444, "tcp"))))
                .isEqualTo("443-444/tcp, 53/udp");
    }
}
