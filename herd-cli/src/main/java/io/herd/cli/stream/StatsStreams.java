package io.herd.cli.stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.action.Streaming.Stats;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.cli.report.ContainerReport;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.Resolution;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The opened streams of container statistics, one for each node.
 *
 * @param search the report on looking up the containers
 * @param late opens the streams of nodes that have joined or come back
 */
public record StatsStreams(
        Map<NodeName, Opening> openings,
        Report search,
        Function<Set<NodeName>, Map<NodeName, Opening>> late) {

    /** The statistics of all running containers. */
    public static StatsStreams all(Herd herd, Selector who, boolean follow)
            throws NoSuchNodeException {
        var all = new Stats(List.of(), follow);
        return new StatsStreams(
                herd.open(who, all), Report.text(""), nodes -> herd.open(who, nodes, _ -> all));
    }

    /** The statistics of the given containers, as far as they are found. */
    public static StatsStreams these(
            Herd herd, Selector who, List<ContainerRef> refs, boolean follow)
            throws NoSuchNodeException {
        var results = new ArrayList<ContainerResult>();
        var locations = new ArrayList<ContainerLocation>();
        for (var ref : refs) {
            var resolution = herd.resolve(who, ref);
            if (resolution instanceof Resolution.Found(var location, var coverage)) {
                locations.add(location);
                results.add(found(ref, location, coverage));
            } else {
                results.add(new ContainerResult.Unresolved(ref, resolution));
            }
        }
        return at(herd, locations, ContainerReport.report(results), follow);
    }

    /**
     * The statistics of containers whose locations are known.
     *
     * @param search the report on how they were found
     */
    public static StatsStreams at(
            Herd herd, List<ContainerLocation> containers, Report search, boolean follow) {
        var streams = new TreeMap<NodeName, Streaming>();
        containers.stream()
                .distinct()
                .collect(
                        groupingBy(
                                ContainerLocation::node, mapping(ContainerLocation::id, toList())))
                .forEach((node, ids) -> streams.put(node, new Stats(ids, follow)));
        return new StatsStreams(
                herd.open(streams),
                search,
                nodes -> {
                    var some = new TreeMap<>(streams);
                    some.keySet().retainAll(nodes);
                    return herd.open(some);
                });
    }

    private static ContainerResult found(
            ContainerRef ref, ContainerLocation location, Coverage coverage) {
        return new ContainerResult.Tried(
                ref, location, new Outcome.Done(new Result.Nothing()), coverage);
    }

    /**
     * The report with a table of figures.
     *
     * @param coverage of the nodes whose streams were opened
     */
    public Report report(View view, Coverage coverage) {
        var all = coverage.and(search.coverage());
        return new Report(view, all, List.of(), search.complaints(), exit(all));
    }

    private Exit exit(Coverage coverage) {
        return coverage.complete() ? search.exit() : NodeStreams.exit(coverage);
    }
}
