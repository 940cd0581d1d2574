package io.herd.cli.command.resource;

import io.herd.action.Action.CreateResource;
import io.herd.action.Action.InspectResource;
import io.herd.action.Action.ListResources;
import io.herd.action.Action.PruneResources;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.command.filter.PruneFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.render.Report;
import io.herd.cli.render.ResourceTable;
import io.herd.cli.report.NodeReport;
import io.herd.cli.report.ResourceReport;
import io.herd.herd.ResourceRemoval;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ResourceJson;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.List;

/** What the commands about volumes do as those about networks do it. */
record CommonResources(Globals globals, ResourceKind kind) {

    Report list(Filters filters, ListFormat format) throws Exception {
        var shape = format.of(globals, text -> ResourceTable.check(kind, text));
        try (var herd = globals.herd().connect()) {
            var lists =
                    ReadAnswers.of(
                            herd.ask(
                                    globals.options().who(),
                                    new ListResources(kind, filters.byName())),
                            (node, body) -> ResourceJson.list(kind, node, body));
            var all = lists.all().stream().flatMap(List::stream).toList();
            var table = new ResourceTable(kind, globals.output().noTrunc(), shape);
            return NodeReport.listed(kind.word() + "s", table.of(all), lists.answers());
        }
    }

    Report inspect(List<ResourceRef> refs) throws Exception {
        var deeds = new ResourceReport(kind);
        try (var herd = globals.herd().connect()) {
            for (var ref : refs) {
                var who = ref.among(globals.options().who());
                deeds.described(
                        ref.toString(), herd.ask(who, new InspectResource(kind, ref.name())));
            }
        }
        return deeds.descriptions();
    }

    /**
     * Creates one on each selected node.
     *
     * @param body the Docker API's form
     */
    Report create(String name, RawJson body) throws Exception {
        try (var herd = globals.herd().connect()) {
            var made = herd.ask(globals.options().who(), new CreateResource(kind, body));
            return ResourceReport.created(kind, name, made);
        }
    }

    Report remove(List<ResourceRef> refs, boolean force) throws Exception {
        var deeds = new ResourceReport(kind);
        try (var herd = globals.herd().connect()) {
            for (var ref : refs) {
                var who = ref.among(globals.options().who());
                var removal = ResourceRemoval.from(herd, who, kind, ref.name(), force);
                deeds.removed(ref.toString(), removal, force);
            }
        }
        return deeds.removals();
    }

    /**
     * Removes what no container uses, once the user has confirmed it.
     *
     * @param what the question, without filters
     */
    Report prune(String what, boolean all, boolean force, PruneFilters filters) throws Exception {
        if (!force && !globals.user().confirmed(filters.question(what))) {
            return Report.text("");
        }
        try (var herd = globals.herd().connect()) {
            return NodeReport.pruned(
                    herd.ask(
                            globals.options().who(),
                            new PruneResources(kind, all, filters.byName()),
                            globals.herd().extra(NodeReport.PRUNING)));
        }
    }
}
