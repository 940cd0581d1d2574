package io.herd.cluster.jgroups;

import java.time.Duration;

/**
 * How long things may take. The figures suit 3 to 50 agents.
 *
 * @param heartbeatTimeout silence after which a member is suspected, found up to an interval later;
 *     with verification a frozen agent is out of the view after 7 to 9 s
 * @param verify how long a suspect may take to speak up; a killed agent is out of the view after
 *     one to two of these
 * @param mergeMin the shortest time between two looks for another part of the herd
 * @param mergeMax the longest
 * @param found how long a first agent looks for others before it founds the herd
 * @param rivalAnswer how long a namesake may take to show that it is alive
 * @param rivalGone how long a dead namesake may take to leave the view, longer than its detection
 */
record Timing(
        Duration heartbeatTimeout,
        Duration heartbeatInterval,
        Duration verify,
        Duration mergeMin,
        Duration mergeMax,
        Duration found,
        Duration rivalAnswer,
        Duration rivalGone) {

    static final Timing USUAL =
            new Timing(
                    Duration.ofSeconds(6),
                    Duration.ofMillis(1_500),
                    Duration.ofMillis(800),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(12));

    Timing foundAfter(Duration time) {
        return new Timing(
                heartbeatTimeout,
                heartbeatInterval,
                verify,
                mergeMin,
                mergeMax,
                time,
                rivalAnswer,
                rivalGone);
    }
}
