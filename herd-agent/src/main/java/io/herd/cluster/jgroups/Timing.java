package io.herd.cluster.jgroups;

import io.herd.cluster.Detection;
import java.time.Duration;

/**
 * Time limits and intervals of a member. The values suit 3 to 50 agents.
 *
 * @param heartbeatTimeout silence after which a member is suspected, noticed up to an interval
 *     later; including verification, a frozen agent is out of the view after 7 to 9 s
 * @param verify how long a suspect may take to answer; a killed agent is out of the view after one
 *     to two times this
 * @param mergeMin time between two calls for other parts of the herd, right after an agent was lost
 * @param mergeMax time between two such calls when none was lost lately
 * @param found how long the first agent looks for others before it founds the herd
 * @param rivalAnswer how long another agent of the same name may take to show that it is alive
 * @param rivalGone how long a dead agent of the same name may take to leave the view; longer than
 *     its detection
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

    /** The usual times, as long or short as the time for which silence is borne. */
    static Timing of(Detection detection) {
        var silence = detection.silence();
        // At least two signs of life in that time; and no fewer than others expect, who may bear
        // less.
        var interval = shorter(silence.dividedBy(4), USUAL.heartbeatInterval);
        return new Timing(
                silence,
                interval,
                silence.multipliedBy(2).dividedBy(15),
                USUAL.mergeMin,
                USUAL.mergeMax,
                USUAL.found,
                USUAL.rivalAnswer,
                silence.multipliedBy(2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

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
