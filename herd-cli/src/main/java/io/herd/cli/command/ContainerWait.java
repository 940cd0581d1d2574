package io.herd.cli.command;

import io.herd.action.Action.WaitContainer;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "wait",
        description = "Wait until containers do not run, and print their exit codes.")
final class ContainerWait implements Callable<Report> {

    // Somebody who waits wants to wait; but an agent must not keep one that is gone for ever.
    private static final Duration LONGEST = Duration.ofDays(1);

    @Parameters(arity = "1..*", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    ContainerWait(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.connect()) {
            return Deeds.exits(
                    herd.act(
                            globals.who(), containers, WaitContainer::new, globals.extra(LONGEST)));
        }
    }
}
