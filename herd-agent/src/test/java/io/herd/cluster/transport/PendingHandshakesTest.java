package io.herd.cluster.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingHandshakesTest {

    private final PendingHandshakes<String, String> doorstep = new PendingHandshakes<>(4);

    @Test
    void whileThereIsRoomNobodyMustGo() {
        for (var one : new String[] {"1", "2", "3", "4"}) {
            assertThat(doorstep.come(one, "flood")).isEmpty();
        }
        doorstep.go("2");

        assertThat(doorstep.come("5", "flood")).isEmpty();
        assertThat(doorstep.all()).containsExactly("1", "3", "4", "5");
    }

    @Test
    void aFloodFromOneAddressPushesOutNobodyElse() {
        doorstep.come("member", "member's");
        for (int i = 1; i <= 100; i++) {
            doorstep.come("flood " + i, "flood's");
        }

        assertThat(doorstep.all()).containsExactly("member", "flood 98", "flood 99", "flood 100");
    }

    @Test
    void theOldestOfTheAddressThatMostAreFromMakesRoom() {
        doorstep.come("a1", "a");
        doorstep.come("b1", "b");
        doorstep.come("b2", "b");
        doorstep.come("a2", "a");

        assertThat(doorstep.come("c1", "c")).contains("a1");
        assertThat(doorstep.come("c2", "c")).contains("b1");
    }
}
