package io.herd.cli.command.container;

import io.herd.action.Action.UpdateContainer;
import io.herd.cli.command.creation.UpdateOptions;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Update configuration of one or more containers.")
public final class ContainerUpdate implements HerdCommand.Anywhere {

    @Mixin UpdateOptions options = new UpdateOptions();

    @Parameters(arity = "1..*", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    public ContainerUpdate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var form = options.form();
        if (form.text().equals("{}")) {
            throw new UsageException(
                    "nothing is to be changed: give an option, such as --memory 1g or --restart always");
        }
        return new EachContainer(globals, containers).act(id -> new UpdateContainer(id, form));
    }
}
