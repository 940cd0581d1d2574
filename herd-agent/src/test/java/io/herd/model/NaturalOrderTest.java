package io.herd.model;

import static io.herd.model.NaturalOrder.OF_NAMES;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void numbersInNamesAreSortedByTheirValue() {
        assertSorted(
                "db", "web", "web-1", "web-2", "web-10", "web-10-a", "web-99999999999999999999");
        assertSorted("1", "2", "10", "a");
        assertSorted("a1b2", "a1b10", "a2b1");
    }

    @Test
    void namesThatDifferOnlyInZerosAreDifferent() {
        assertSorted("a01", "a1", "a02", "a2");
        assertThat(OF_NAMES.compare("a01", "a01")).isZero();
    }

    private static void assertSorted(String... names) {
        var mixed = List.of(names).stream().sorted(reverseOrder()).sorted(OF_NAMES).toList();
        assertThat(mixed).containsExactly(names);
    }
}
