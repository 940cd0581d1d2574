package io.herd.agent;

import io.herd.action.Action.InspectImage;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result;
import io.herd.action.Streaming.FetchImage;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.SaveImages;
import io.herd.agent.StoredLayers.Shared;
import io.herd.cluster.Cluster;
import io.herd.engine.DaemonStream;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.TaggedName;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import io.herd.stream.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Gets an image from another node: saved there by its id and without the layers that are here,
 * loaded here without a name, compared, and named only then. Daemons that keep images in different
 * ways give one image different ids.
 *
 * @param timeout for each question, for the beginning of the copy, and for silence in it
 * @param copied told how many bytes have come, again and again
 */
record ImageFetch(
        NodeName self,
        Engine engine,
        Cluster cluster,
        Duration timeout,
        FetchImage what,
        LongConsumer copied) {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    /** Reads what a daemon says. */
    @FunctionalInterface
    interface Reader<T> {
        T read() throws UnexpectedJsonException;
    }

    static <T> T read(Reader<T> reader) throws EngineException {
        try {
            return reader.read();
        } catch (UnexpectedJsonException e) {
            throw new EngineException(
                    Kind.DAEMON_ERROR, "cannot read what a daemon says: " + e.getMessage(), e);
        }
    }

    /**
     * @return the id by which this node's daemon knows it
     * @throws EngineException why it has not come; this node's daemon is as it was
     */
    String run() throws EngineException {
        var there = there();
        if (isHere()) {
            // Under another name, or without one.
            return named(what.id());
        }
        var layers = read(() -> ImageJson.content(there)).layers();
        var here = new StoredLayers(self, engine).of(layers, soon());
        return named(here.digests().isEmpty() ? copied(there, here) : copiedOrWhole(there, here));
    }

    private String copiedOrWhole(RawJson there, Shared here) throws EngineException {
        try {
            return copied(there, here);
        } catch (EngineException e) {
            if (Thread.currentThread().isInterrupted()) {
                // Nobody wants it any more.
                throw e;
            }
            // Layers may have been removed meanwhile.
            LOG.log(Level.INFO, "image {0} is copied whole: {1}", what.reference(), e.getMessage());
            return copied(there, Shared.NONE);
        }
    }

    private Deadline soon() {
        return Deadline.in(timeout);
    }

    private RawJson there() throws EngineException {
        return switch (cluster.send(what.from(), new InspectImage(what.reference()), soon())) {
            case Done(Result.Document(var document)) -> {
                var id = read(() -> ImageJson.described(what.from(), document)).id();
                if (!id.equals(what.id())) {
                    throw theirs("%s is another image by now".formatted(what.reference()));
                }
                yield document;
            }
            case Outcome other -> throw theirs(other);
        };
    }

    private boolean isHere() throws EngineException {
        return inspected(engine, what.id(), soon()).isPresent();
    }

    /** Describes an image; empty if the daemon has none of this id. */
    static Optional<RawJson> inspected(Engine engine, String id, Deadline deadline)
            throws EngineException {
        try {
            return Optional.of(engine.images().inspect(id, deadline));
        } catch (EngineException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    // A daemon works out its layers' digests from what it has unpacked.
    private String copied(RawJson there, Shared without) throws EngineException {
        var got = copy(without.digests());
        try {
            var here = engine.images().inspect(got, soon());
            if (!read(() -> ImageJson.content(here)).equals(read(() -> ImageJson.content(there)))) {
                throw theirs("what came is another image");
            }
            if (without.keeper().isPresent()
                    && inspected(engine, without.keeper().get(), soon()).isEmpty()) {
                throw new EngineException(
                        Kind.CONFLICT, "the image whose layers it shares was removed meanwhile");
            }
            return got;
        } catch (EngineException e) {
            // containerd keeps what it has got of an image that its source has lost a part of.
            throw removed(
                    got,
                    e.failure().kind() == Kind.NOT_FOUND
                            ? theirs("it has lost a part of the image: " + e.getMessage())
                            : e);
        }
    }

    private EngineException removed(String got, EngineException why) {
        try {
            var _ = engine.images().remove(got, false, soon());
            return why;
        } catch (EngineException e) {
            if (e.failure().kind() == Kind.NOT_FOUND) {
                return why;
            }
            return new EngineException(
                    why.failure().kind(),
                    "%s; and %s is left of it: %s".formatted(why.getMessage(), got, e.getMessage()),
                    why);
        }
    }

    private String named(String id) throws EngineException {
        var name = TaggedName.of(what.reference(), id);
        if (name.isPresent()) {
            engine.images().tag(id, name.get().repository(), name.get().tag(), soon());
        }
        return id;
    }

    // Not this node's fault: it is said whose.
    private EngineException theirs(String why) {
        return new EngineException(Kind.DAEMON_ERROR, what.from() + ": " + why);
    }

    private EngineException theirs(Outcome why) {
        return switch (why) {
            case Failed(var failure) ->
                    new EngineException(failure.kind(), what.from() + ": " + failure.message());
            case Outcome.Unreachable(String how) -> theirs(how);
            case Outcome.Refused(String how) -> theirs(how);
            case Outcome.TimedOut _ -> theirs("it did not answer in time");
            case Done _ -> theirs("it answers something else");
        };
    }

    private String copy(List<String> without) throws EngineException {
        var save = new SaveImages(List.of(what.id()), without);
        return switch (cluster.open(what.from(), save, soon())) {
            case Opening.Not(var why) -> throw theirs(why);
            case Opening.Open(var source) -> {
                source.limit(Patience.with(save, timeout));
                try (source;
                        var target = engine.open(new LoadImages(), soon())) {
                    yield copy(source, target);
                }
            }
        };
    }

    private String copy(Session source, DaemonStream target) throws EngineException {
        long bytes = 0;
        try {
            while (true) {
                switch (source.receive()) {
                    case Frame.Out(var piece) -> {
                        bytes += piece.remaining();
                        if (!took(target, piece)) {
                            return loaded(target);
                        }
                        copied.accept(bytes);
                    }
                    case Frame.Ended _ -> {
                        target.endInput();
                        return loaded(target);
                    }
                    case Frame.Failed(var why) -> throw theirs(why);
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            throw theirs("the connection to it broke: " + e.getMessage());
        }
    }

    // A daemon that takes no more says why.
    private static boolean took(DaemonStream target, ByteBuffer piece) {
        try {
            target.write(piece);
            return true;
        } catch (EngineException e) {
            LOG.log(Level.DEBUG, "the daemon takes no more of an image", e);
            return false;
        }
    }

    private static String loaded(DaemonStream target) throws EngineException {
        var said = new ArrayList<RawJson>();
        while (true) {
            switch (target.next()) {
                case Frame.Document(var document) -> said.add(document);
                case Frame.Ended _ -> {
                    return read(() -> ImageJson.loadedId(said))
                            .orElseThrow(() ->
                                    new EngineException(
                                            Kind.DAEMON_ERROR,
                                            "the daemon does not say what it has got"));
                }
                case Frame _ -> {}
            }
        }
    }
}
