package io.herd.cli.command.container;

import io.herd.action.Action;
import io.herd.cli.command.option.Globals;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Containers that the user has named, wherever they are. */
record EachContainer(Globals globals, List<ContainerRef> containers) {

    /**
     * Has the owner of each do something to it, all at once.
     *
     * @param action makes the action out of a full id
     */
    Report act(Function<String, Action> action) throws Exception {
        return act(action, Duration.ZERO);
    }

    /**
     * @param extra how much longer than other requests it may take
     */
    Report act(Function<String, Action> action, Duration extra) throws Exception {
        try (var herd = globals.herd().connect()) {
            return ContainerReport.report(
                    herd.act(globals.options().who(), containers, action, extra));
        }
    }
}
