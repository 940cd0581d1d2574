package io.herd.cli.command.container;

import io.herd.action.Action;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ContainerFilters;
import io.herd.cli.command.filter.Filter;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.herd.ContainerResult;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The containers that a command acts on, on whatever nodes they are: those that the user named, or
 * all that fit filters.
 *
 * @param among those of which the filters select
 */
record EachContainer(Globals globals, List<ContainerRef> named, List<Filter> filters, Among among) {

    /** Only those that the user named. */
    EachContainer(Globals globals, List<ContainerRef> named) {
        this(globals, named, List.of(), Among.ANY);
    }

    /**
     * @param words as they were typed
     * @throws UsageException if there are neither names nor filters, or both
     */
    static EachContainer of(
            Globals globals, List<String> words, ContainerFilters filters, Among among)
            throws UsageException {
        var each = orAll(globals, words, filters, among);
        if (each.named.isEmpty() && !each.selects()) {
            throw new UsageException(
                    "which containers? Name them, or select them with --filter NAME=VALUE");
        }
        return each;
    }

    /** The same where neither means all. */
    static EachContainer orAll(
            Globals globals, List<String> words, ContainerFilters filters, Among among)
            throws UsageException {
        var each =
                new EachContainer(
                        globals,
                        words.stream().map(ContainerRef::parse).toList(),
                        filters.given(),
                        among);
        if (!words.isEmpty() && each.selects()) {
            throw new UsageException(
                    "'%s' is one too many: --filter and --label select the containers"
                            .formatted(words.getFirst()));
        }
        each.check();
        return each;
    }

    /**
     * @throws UsageException if a filter has no value: the daemon might take it to fit everything
     */
    private void check() throws UsageException {
        for (var filter : filters) {
            if (filter.value().isEmpty()) {
                throw new UsageException(
                        "filter '%s' has no value: give one, so that it does not fit everything"
                                .formatted(filter));
            }
        }
    }

    /** Whether filters select the containers. */
    boolean selects() {
        return !filters.isEmpty();
    }

    ContainerSearch search() {
        return new ContainerSearch(globals.options().who(), filters, among);
    }

    /**
     * Asks the owner of each container to carry out an action on it, all in parallel.
     *
     * @param action makes the action for a full id
     */
    Report act(Function<String, Action> action) throws Exception {
        return act(action, Duration.ZERO);
    }

    /**
     * The same, with extra time.
     *
     * @param extra how much longer than other requests it may take
     */
    Report act(Function<String, Action> action, Duration extra) throws Exception {
        return act(action, extra, ContainerReport::report);
    }

    /**
     * The same, with a report of its own.
     *
     * @param reported reports on the results; none if no container fits
     */
    Report act(
            Function<String, Action> action,
            Duration extra,
            Function<List<ContainerResult>, Report> reported)
            throws Exception {
        try (var herd = globals.herd().connect()) {
            if (!named.isEmpty()) {
                return reported.apply(herd.act(globals.options().who(), named, action, extra));
            }
            var found = search().in(herd);
            return found.report(reported.apply(herd.act(found.containers(), action, extra)));
        }
    }
}
