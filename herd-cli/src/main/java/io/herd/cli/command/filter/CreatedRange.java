package io.herd.cli.command.filter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The range of creation times that the filters {@code since} and {@code before} admit. A daemon
 * knows only the containers or images of its own, so the named ones are first looked up on all
 * nodes, and the lists of all nodes are then compared with their times.
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

    /**
     * Whether something created in this second may be on either side of a bound, because a second
     * is not exact enough.
     */
    public boolean isClose(Instant second) {
        return bounds.stream()
                .anyMatch(bound -> bound.at().truncatedTo(ChronoUnit.SECONDS).equals(second));
    }
}
