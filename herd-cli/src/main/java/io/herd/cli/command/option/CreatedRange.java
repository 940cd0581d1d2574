package io.herd.cli.command.option;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When things were created that the filters {@code since} and {@code before} name. A daemon knows
 * only those of its own, so they are found first, on whatever node they are, and all nodes' lists
 * are compared with that.
 */
public final class CreatedRange {

    private record Bound(Filter filter, Instant at) {

        boolean admits(Instant created) {
            return filter.name().equals("since") ? created.isAfter(at) : created.isBefore(at);
        }
    }

    private final List<Bound> bounds = new ArrayList<>();

    static boolean isBound(Filter filter) {
        return filter.name().equals("since") || filter.name().equals("before");
    }

    public void add(Filter filter, Instant at) {
        bounds.add(new Bound(filter, at));
    }

    public boolean admits(Instant created) {
        return bounds.stream().allMatch(bound -> bound.admits(created));
    }

    /** Whether that it was created in this second does not tell yet on which side it is. */
    public boolean isClose(Instant second) {
        return bounds.stream()
                .anyMatch(bound -> bound.at().truncatedTo(ChronoUnit.SECONDS).equals(second));
    }
}
