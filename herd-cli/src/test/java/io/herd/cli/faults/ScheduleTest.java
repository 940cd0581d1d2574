package io.herd.cli.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void aSeedIsAlwaysTheSameSchedule() {
        assertThat(Schedule.of(7)).isEqualTo(Schedule.of(7)).isNotEqualTo(Schedule.of(8));
    }

    @Test
    void twoHostsAtMostAreBrokenAtATimeAndAllAreMendedInTheEnd() {
        for (long seed = 0; seed < 200; seed++) {
            var faults = Schedule.of(seed).faults();
            for (var fault : faults) {
                var others =
                        faults.stream()
                                .filter(it -> !it.equals(fault) && overlap(it, fault))
                                .map(Fault::host)
                                .collect(toSet());
                assertThat(others).as("%s", Schedule.of(seed)).doesNotContain(fault.host());
                assertThat(fault.until()).isLessThanOrEqualTo(Schedule.LENGTH);
            }
        }
    }

    private static boolean overlap(Fault one, Fault other) {
        return one.from() < other.until() && other.from() < one.until();
    }

    @Test
    void everyKindOfFaultAndWorkComesUp() {
        var kinds =
                LongStream.range(0, 30)
                        .mapToObj(Schedule::of)
                        .flatMap(schedule -> schedule.faults().stream())
                        .map(Fault::kind)
                        .collect(toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Fault.Kind.values());
        assertThat(Schedule.of(1).work().values())
                .allSatisfy(work ->
                        assertThat(work.stream().map(Work::kind).collect(toSet()))
                                .containsExactlyInAnyOrder(Work.Kind.values()));
    }

    @Test
    void aScheduleIsShownForTheReader() {
        assertThat(Schedule.of(1).toString())
                .startsWith("seed 1\n")
                .containsPattern("(?m)^ +[0-9.]+ to +[0-9.]+ s  [abc] [a-z ]+$");
    }
}
