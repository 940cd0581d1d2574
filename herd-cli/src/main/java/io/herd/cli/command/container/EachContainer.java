package io.herd.cli.command.container;

import io.herd.action.Action;
import io.herd.cli.command.option.Globals;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The containers that a command names, on whatever nodes they are. */
record EachContainer(Globals globals, List<ContainerRef> containers) {

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
        try (var herd = globals.herd().connect()) {
            return ContainerReport.report(
                    herd.act(globals.options().who(), containers, action, extra));
        }
    }
}
