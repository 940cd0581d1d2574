package io.herd.cli.command.resource;

import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.model.ResourceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ls", aliases = "list", description = "List the networks of all nodes.")
public final class NetworkLs implements HerdCommand.Anywhere {

    @Mixin Filters filters = new Filters(Filterable.NETWORKS);

    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    public NetworkLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new CommonResources(globals, ResourceKind.NETWORK).list(filters, format);
    }
}
