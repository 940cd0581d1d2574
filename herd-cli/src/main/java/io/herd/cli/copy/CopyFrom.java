package io.herd.cli.copy;

import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.action.Streaming.CopyOut;
import io.herd.cli.archive.CopyPath;
import io.herd.cli.archive.Left;
import io.herd.cli.archive.LocalTarget;
import io.herd.cli.archive.Unpacker;
import io.herd.cli.copy.CopyEnd.There;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Received;
import io.herd.cli.flow.Talk;
import io.herd.cli.render.Report;
import io.herd.cli.stream.ContainerStreams;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.Opened;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.PathJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies files out of a container.
 *
 * @param owners whether the copies keep the files' owners
 * @param follow whether to copy what a link leads to, if the source is one
 */
public record CopyFrom(Herd herd, Selector who, There from, boolean owners, boolean follow) {

    /** Writes the archive to standard output as it is. */
    public Report to(Console console) throws Exception {
        var opened = open();
        return ContainerStreams.one(
                opened.opened(), it -> new Talk(it.session(), console).run(false));
    }

    public Report to(LocalTarget target) throws Exception {
        var source = open();
        var left = new ArrayList<Left>();
        var report = ContainerStreams.one(source.opened(), it -> unpack(it, source, target, left));
        return CopyReport.without(left, report);
    }

    /**
     * An opened source.
     *
     * @param path what is really copied
     * @param name of the copy here, if it differs from that in the container
     */
    private record Source(Opened opened, CopyPath path, Optional<String> name) {}

    private Source open() throws NoSuchNodeException, UnexpectedJsonException {
        var path = new CopyPath(from.path());
        if (follow) {
            var result = from.stat(herd, who);
            if (!(result
                    instanceof
                    ContainerResult.Tried(var ref, var location, Done(Document(var what)), _))) {
                return new Source(new Opened.Not(result), path, Optional.empty());
            }
            var leads = PathJson.found(what).link();
            if (leads.isPresent()) {
                var to = path.at(leads.get());
                return new Source(
                        herd.open(ref, location, new CopyOut(location.id(), to.text())),
                        to,
                        Optional.of(path.base()).filter(base -> !base.equals(to.base())));
            }
        }
        return new Source(
                herd.open(who, from.container(), id -> new CopyOut(id, path.text())),
                path,
                Optional.empty());
    }

    private Ending unpack(
            Opened.Flowing flowing, Source source, LocalTarget target, List<Left> left)
            throws IOException, UnexpectedJsonException {
        try (var received = new Received(flowing.session())) {
            var what = received.document();
            if (what.isEmpty()) {
                return received.ending();
            }
            var inside =
                    target.inside(
                            PathJson.found(what.get()).directory(),
                            source.path().top(),
                            source.name());
            var unpacker = new Unpacker(inside, owners);
            var ending = received.by(unpacker::readFrom);
            left.addAll(unpacker.left());
            return ending;
        }
    }
}
