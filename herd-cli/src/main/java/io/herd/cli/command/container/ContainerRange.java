package io.herd.cli.command.container;

import static java.util.stream.Collectors.groupingBy;

import io.herd.action.Action.InspectContainer;
import io.herd.action.Outcome.Done;
import io.herd.cli.command.filter.CreatedRange;
import io.herd.cli.command.filter.Filter;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Picks containers of all nodes by when they were created: by the filters {@code since} and {@code
 * before}, or the newest.
 */
final class ContainerRange {

    private final Herd herd;
    private final CreatedRange range = new CreatedRange();
    private final List<ContainerResult> missing;

    /**
     * Looks up the containers that the filters name, also on nodes whose lists are not asked for.
     */
    ContainerRange(Herd herd, List<Filter> filters) throws NoSuchNodeException {
        this.herd = herd;
        var refs = filters.stream().map(Filter::value).map(ContainerRef::parse).toList();
        var found = new HashMap<ContainerRef, Instant>();
        this.missing = created(refs, found).stream().filter(result -> !isDone(result)).toList();
        for (int i = 0; missing.isEmpty() && i < refs.size(); i++) {
            range.add(filters.get(i), Objects.requireNonNull(found.get(refs.get(i))));
        }
    }

    /** The error report if a named container was not found; else empty. */
    Optional<Report> missing() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(ContainerReport.report(missing));
    }

    /** The containers that the filters admit, in their order. */
    List<Container> of(List<Container> containers) throws NoSuchNodeException {
        var close =
                containers.stream()
                        .filter(container -> range.isClose(container.created()))
                        .map(ContainerRange::ref)
                        .toList();
        // A list gives the time in seconds, inspect in nanoseconds; needed only for those that are
        // close to a bound.
        var exact = new HashMap<ContainerRef, Instant>();
        created(close, exact);
        return containers.stream()
                .filter(it -> range.admits(exact.getOrDefault(ref(it), it.created())))
                .toList();
    }

    /**
     * The newest of some containers.
     *
     * @param containers newest first, by their seconds
     */
    List<Container> newest(int most, List<Container> containers) throws NoSuchNodeException {
        if (containers.size() <= most) {
            return containers;
        }
        var exact = new HashMap<ContainerRef, Instant>();
        created(inDoubt(containers, most).map(ContainerRange::ref).toList(), exact);
        return containers.stream()
                .sorted(
                        Comparator.comparing(
                                        (Container it) -> exact.getOrDefault(ref(it), it.created()))
                                .reversed())
                .limit(most)
                .toList();
    }

    // Each daemon lists its own in order; only of several nodes' of one second nobody knows it.
    private static Stream<Container> inDoubt(List<Container> containers, int most) {
        var last = containers.get(most - 1).created();
        return containers.stream()
                .filter(it -> !it.created().isBefore(last))
                .collect(groupingBy(Container::created))
                .values()
                .stream()
                .filter(same -> same.stream().map(Container::node).distinct().count() > 1)
                .flatMap(List::stream);
    }

    private List<ContainerResult> created(List<ContainerRef> refs, Map<ContainerRef, Instant> into)
            throws NoSuchNodeException {
        if (refs.isEmpty()) {
            return List.of();
        }
        return herd
                .act(new Selector.Everyone(), refs, InspectContainer::new, Duration.ZERO)
                .stream()
                .map(result ->
                        ContainerReport.read(
                                result,
                                (_, body) -> into.put(result.ref(), ContainerJson.created(body))))
                .toList();
    }

    private static ContainerRef ref(Container container) {
        return new ContainerRef(Optional.of(container.node()), container.id());
    }

    private static boolean isDone(ContainerResult result) {
        return result instanceof ContainerResult.Tried(_, _, Done _, _);
    }
}
