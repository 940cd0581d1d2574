package io.herd.cli.command.container;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.ListContainers;
import io.herd.action.Answers;
import io.herd.cli.command.filter.Filter;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.flow.Console;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.cli.report.SelectionReport;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the containers of all selected nodes that fit filters. */
record ContainerSearch(Selector who, List<Filter> filters, Among among) {

    // Characters of a full id that stand for a missing name.
    private static final int SHOWN = 12;

    /** What a command can be done to, if no filter says which state is meant. */
    enum Among {
        ANY(true, Optional.empty()),
        RUNNING(false, Optional.empty()),
        /** Those that run, but not those that are paused. */
        ACTIVE(false, Optional.of("running")),
        PAUSED(false, Optional.of("paused"));

        private final boolean all;
        private final Optional<String> status;

        Among(boolean all, Optional<String> status) {
            this.all = all;
            this.status = status;
        }
    }

    /**
     * What was found.
     *
     * @param containers by node and name
     * @param missing the report if a container that a filter names was not found
     * @param wanted what was searched for, as in "no container …"
     */
    record Found(
            List<ContainerLocation> containers,
            Answers answers,
            Optional<Report> missing,
            String wanted) {

        /** The report on what was done to them, and on the search. */
        Report report(Report done) {
            return missing.orElseGet(() ->
                    containers.isEmpty()
                            ? SelectionReport.none(done, answers, wanted)
                            : SelectionReport.report(done, answers));
        }

        /** The same where {@link #tell} has said which nodes did not answer. */
        Report told(Report done) {
            var report = report(done);
            return new Report(
                    report.view(),
                    done.coverage(),
                    report.notes(),
                    report.complaints(),
                    report.exit());
        }

        /** Says which nodes did not answer at once, since streams may go on for long. */
        void tell(Console console) {
            Report.of(new View.Nothing(), Coverage.of(answers)).failures().forEach(console::tell);
        }
    }

    Found in(Herd herd) throws NoSuchNodeException {
        var range = new ContainerRange(herd, filters.stream().filter(Filter::isBound).toList());
        var lists = ReadAnswers.of(herd.ask(who, list()), ContainerJson::list);
        var found =
                range.missing().isPresent()
                        ? List.<Container>of()
                        : range.of(lists.all().stream().flatMap(List::stream).toList());
        return new Found(
                found.stream()
                        .map(ContainerSearch::location)
                        .sorted(
                                Comparator.comparing(
                                        ContainerLocation::toString, NaturalOrder.OF_NAMES))
                        .toList(),
                lists.answers(),
                range.missing(),
                wanted());
    }

    private String wanted() {
        return filters.isEmpty()
                ? "runs"
                : "fits " + filters.stream().map(Filter::toString).collect(joining(", "));
    }

    private ListContainers list() {
        var asked = new ArrayList<>(filters.stream().filter(it -> !it.isBound()).toList());
        if (asked.stream().noneMatch(it -> it.name().equals("status"))) {
            among.status.ifPresent(status -> asked.add(new Filter("status", status)));
        }
        return new ListContainers(among.all, false, Filters.byName(asked));
    }

    private static ContainerLocation location(Container container) {
        var id = container.id();
        // A link to it gives a container another name, with a slash.
        var name =
                container.names().stream()
                        .filter(it -> it.indexOf('/') < 0)
                        .findFirst()
                        .orElse(id.substring(0, Math.min(SHOWN, id.length())));
        return new ContainerLocation(container.node(), id, name);
    }
}
