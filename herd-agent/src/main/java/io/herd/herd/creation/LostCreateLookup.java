package io.herd.herd.creation;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Failed;
import io.herd.herd.creation.InstanceLookup.Sighting;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Finds out whether a create request whose answer was lost has created its container. */
public final class LostCreateLookup {

    private final InstanceLookup lookup;
    private final Pace pace;

    LostCreateLookup(InstanceLookup lookup, Pace pace) {
        this.lookup = lookup;
        this.pace = pace;
    }

    /**
     * How long to wait.
     *
     * @param homecoming time that an agent that has left has to come back
     * @param settling time between two lookups that both must find nothing
     * @param last latest time of the last lookup, after the lost request's own deadline
     */
    public record Pace(Duration homecoming, Duration settling, Duration last) {

        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    /** What became of the create request. */
    sealed interface Fate {

        record There(Sighting sighting) implements Fate {}

        /** The container does not exist and will not be created. */
        record Absent() implements Fate {}

        record Unknown() implements Fate {}
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    /**
     * Looks until the container is found, surely does not exist, or the time is over.
     *
     * @param lost outcome of the lost request
     * @param own deadline of the lost request itself
     */
    Fate of(NodeName node, int instance, Outcome lost, Deadline own) {
        var end = Deadline.in(own.remaining().plus(pace.last()));
        var home = Deadline.in(pace.homecoming());
        var absence = new Absence(mayStillComeTrue(lost), own);
        for (var pause = FIRST_PAUSE; !end.passed(); pause = longer(pause)) {
            if (lookup.isMember(node)) {
                var seen = lookup.on(node, end.within(pace.last()));
                if (seen.isPresent()) {
                    var found = seen.get().stream().filter(s -> s.instance() == instance).findAny();
                    if (found.isPresent()) {
                        return new Fate.There(found.get());
                    }
                    if (absence.isSure()) {
                        return new Fate.Absent();
                    }
                }
            } else if (home.passed()) {
                return new Fate.Unknown();
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return new Fate.Unknown();
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    // A daemon that was still working when the time was over may finish at any later time.
    private static boolean mayStillComeTrue(Outcome lost) {
        return lost instanceof Failed(var failure) && failure.kind() == Failure.Kind.DAEMON_TIMEOUT;
    }

    /**
     * Decides when not finding the container means that it does not exist: the request's own
     * deadline has passed, and a node that was frozen has had time to carry out waiting requests.
     */
    private final class Absence {

        private final boolean never;
        private final Deadline own;
        private long since;

        Absence(boolean never, Deadline own) {
            this.never = never;
            this.own = own;
        }

        boolean isSure() {
            if (never || !own.passed()) {
                return false;
            }
            if (since == 0) {
                since = System.nanoTime();
            }
            return System.nanoTime() - since >= pace.settling().toNanos();
        }
    }
}
