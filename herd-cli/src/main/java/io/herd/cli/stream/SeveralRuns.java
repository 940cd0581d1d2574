package io.herd.cli.stream;

import io.herd.action.Action.StartContainer;
import io.herd.action.Streaming.Attach;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Proxy;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.herd.Herd;
import io.herd.herd.Opened;
import io.herd.herd.answer.ContainerLocation;
import io.herd.stream.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs several containers that were just created, and prints what they print, by container. */
public record SeveralRuns(Herd herd, Console console, List<ContainerLocation> containers) {

    /**
     * Attaches to each before it starts it, so that no output is lost, and stays until all have
     * ended.
     */
    public Report toEnd(Optional<Proxy> proxy) {
        var streams =
                new PrefixedStreams(
                        console, containers.stream().map(ContainerLocation::ref).toList());
        var opened = herd.open(containers, id -> new Attach(id, false));
        return proxy.isPresent()
                ? proxy.get()
                        .during(
                                sessions(opened),
                                () -> started(streams, opened),
                                Report.text("").with(Exit.INTERRUPTED))
                : started(streams, opened);
    }

    private Report started(PrefixedStreams streams, List<Opened> opened) {
        return streams.started(opened, container -> herd.act(container, StartContainer::new));
    }

    private static List<Session> sessions(List<Opened> opened) {
        return opened.stream()
                .flatMap(it ->
                        it instanceof Opened.Flowing flowing
                                ? Stream.of(flowing.session())
                                : Stream.empty())
                .toList();
    }
}
