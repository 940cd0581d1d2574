package io.herd.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.faults.History.Answer;
import io.herd.cli.faults.History.Call;
import io.herd.cli.faults.History.Healing;
import io.herd.cli.faults.Work.Kind;
import io.herd.cli.faults.Work.Way;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void whatHappenedIsCountedAndWhatWasBrokenIsNamed() {
        var all = List.of(history(7, 900, 0), history(8, 16_000, 0), history(9, 3_100, 3));

        assertThat(Table.of(all))
                .isEqualTo(
                        """
                        3 runs of 25 s, 3 calls, 0 creations repeated after the end. Until all agents saw all again: 3.1 s in the \
                        middle, 16.0 s at most.

                        | fault | times |
                        | --- | --- |
                        | daemon frozen | 3 |

                        | where the client was, and the exit code | times |
                        | --- | --- |
                        | docker b, 0 | 2 |
                        | docker b, 3 | 1 |

                        Rules were broken in 1:

                        - seed 8, 1 times, first: the herd needed 16000 ms to heal
                        """);
    }

    @Test
    void thatNothingWasBrokenIsSaid() {
        assertThat(Table.of(List.of(history(7, 900, 0)))).endsWith("\n\nNo rule was broken.\n");
    }

    private static History history(long seed, long healing, int exit) {
        var told = new Answer(exit, List.of(), List.of(), List.of(), List.of(), "");
        var call =
                new Call(
                        Way.DOCKER_B, Kind.EVENTS, List.of("events"), 0, 1, 9, 0, "", "", "", told);
        var fault = new Fault(Fault.Kind.DAEMON_FROZEN, "c", 1_000, 2_000);
        return new History(
                seed,
                List.of(fault),
                List.of(call),
                List.of(),
                Map.of(),
                new Healing(healing, Map.of()),
                Map.of());
    }
}
