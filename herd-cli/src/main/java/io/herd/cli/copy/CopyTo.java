package io.herd.cli.copy;

import io.herd.action.Action.StatPath;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result.Document;
import io.herd.action.Streaming.CopyIn;
import io.herd.cli.archive.CopyException;
import io.herd.cli.archive.CopyPath;
import io.herd.cli.archive.Landing;
import io.herd.cli.archive.LocalSource;
import io.herd.cli.archive.Packer;
import io.herd.cli.archive.RawName;
import io.herd.cli.copy.CopyEnd.There;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Delivery;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.cli.stream.ContainerStreams;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.Opened;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Selector;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.PathJson;
import io.herd.model.Utf8;
import java.util.List;
import java.util.Optional;

/**
 * Copies files into a container.
 *
 * @param owners whether the copies belong to the container's user
 */
public record CopyTo(Herd herd, Selector who, There to, boolean owners) {

    /** Sends an archive from standard input. */
    public Report of(Console console) throws Exception {
        return at((location, path, there) -> {
            if (there != Landing.There.DIRECTORY) {
                throw new CopyException("'%s' is not a directory".formatted(to.path()));
            }
            return ContainerStreams.one(
                    open(location, path.text()),
                    it -> new Delivery(it.session()).of(to -> ArchiveInput.copy(console.in(), to)));
        });
    }

    public Report of(LocalSource source) throws Exception {
        return at((location, path, there) -> {
            var landing = Landing.of(source.directory(), path, there);
            var packer = new Packer(source, landing.name().map(RawName::of).orElse(source.name()));
            var report =
                    ContainerStreams.one(
                            open(location, landing.directory()),
                            it -> new Delivery(it.session()).of(packer::writeTo));
            return CopyReport.without(packer.left(), report);
        });
    }

    private interface Copying {
        Report to(ContainerLocation location, CopyPath path, Landing.There there) throws Exception;
    }

    // A link in the container is followed: the copy replaces its target.
    private Report at(Copying copying) throws Exception {
        var result = to.stat(herd, who);
        if (!(result instanceof ContainerResult.Tried(_, var location, var outcome, _))) {
            return ContainerReport.report(List.of(result));
        }
        var path = new CopyPath(to.path());
        var link = found(outcome).flatMap(PathJson.Found::link);
        if (link.isPresent()) {
            path = new CopyPath(link.get());
            outcome = herd.act(location, id -> new StatPath(id, link.get()));
            refuseLost(link.get(), outcome);
        }
        return isKnown(outcome)
                ? copying.to(location, path, there(outcome))
                : ContainerReport.report(List.of(result));
    }

    // The daemon can only name the target of a link as text; a file would be created under the
    // damaged name.
    private void refuseLost(String link, Outcome outcome) throws CopyException {
        if (link.contains(Utf8.LOST) && !(outcome instanceof Done)) {
            throw new CopyException(
                    "'%s' leads to '%s', whose name is not valid UTF-8: name the directory that it is in"
                            .formatted(to.path(), link));
        }
    }

    private static boolean isKnown(Outcome outcome) {
        return outcome instanceof Done
                || (outcome instanceof Failed(var failure) && failure.kind() == Kind.NOT_FOUND);
    }

    private static Optional<PathJson.Found> found(Outcome outcome) throws UnexpectedJsonException {
        return outcome instanceof Done(Document(var what))
                ? Optional.of(PathJson.found(what))
                : Optional.empty();
    }

    private Landing.There there(Outcome outcome) throws UnexpectedJsonException, CopyException {
        var found = found(outcome);
        if (found.isEmpty()) {
            return Landing.There.NOTHING;
        }
        if (found.get().other()) {
            throw new CopyException("'%s' is neither a directory nor a file".formatted(to.path()));
        }
        return found.get().directory() ? Landing.There.DIRECTORY : Landing.There.FILE;
    }

    private Opened open(ContainerLocation location, String directory) {
        return herd.open(to.container(), location, new CopyIn(location.id(), directory, owners));
    }
}
