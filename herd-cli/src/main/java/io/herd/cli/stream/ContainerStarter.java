package io.herd.cli.stream;

import io.herd.action.Action.StartContainer;
import io.herd.action.Outcome;
import io.herd.action.Streaming.Attach;
import io.herd.cli.flow.Attachment;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Proxy;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.Optional;

/** Starts a container that was just created. */
public record ContainerStarter(Herd herd, ContainerLocation location) {

    /**
     * Starts the container and leaves it in the background.
     *
     * @param report on its creation, returned if the start succeeds
     */
    public Report detached(Report report) {
        var started = herd.act(location, StartContainer::new);
        return started instanceof Outcome.Done
                ? report
                : ContainerReport.notRun(
                        List.of(
                                new ContainerResult.Tried(
                                        ref(), location, started, Coverage.none())));
    }

    /**
     * Attaches to the container before it starts it, so that no output is lost, and stays until it
     * ends.
     */
    public Report attached(
            Console console, boolean input, Optional<String> detachKeys, Optional<Proxy> proxy) {
        var opened = herd.open(ref(), location, new Attach(location.id(), input, detachKeys));
        return ContainerStreams.process(
                opened,
                flowing ->
                        new Attachment(flowing.session(), console, input, proxy)
                                .begin(() -> herd.act(location, StartContainer::new)));
    }

    private ContainerRef ref() {
        return new ContainerRef(Optional.empty(), location.name());
    }
}
