package io.herd.herd;

import io.herd.action.Action;
import io.herd.action.Action.InspectImage;
import io.herd.action.Action.RemoveImage;
import io.herd.action.Action.TagImage;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Unreachable;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.action.Streaming.LoadImages;
import io.herd.action.Streaming.SaveImages;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Outcomes;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings an image from one node to another: saved there by its id, loaded here without a name,
 * compared, and named only then. Daemons that keep images in different ways give one image
 * different ids.
 *
 * @param timeout for each question, for the beginning of the copy, and for silence in it
 */
public record ImageTransfer(Cluster cluster, String reference, Duration timeout) {

    /** What has become of it. */
    public sealed interface Arrival {

        /**
         * It is there.
         *
         * @param id by which that daemon knows it
         */
        record There(String id) implements Arrival {}

        /**
         * It is not.
         *
         * @param why any outcome but {@link Done}
         */
        record Not(Outcome why) implements Arrival {}
    }

    /**
     * @param id the source's
     */
    public Arrival of(NodeName from, String id, NodeName to) {
        var there = ask(to, new InspectImage(id));
        if (there instanceof Done) {
            // It is there under another name, or without one.
            return named(to, id);
        }
        if (!Outcomes.notFound(there)) {
            return new Arrival.Not(there);
        }
        return switch (copied(from, id, to)) {
            case Arrival.There(String got) -> compared(from, id, to, got);
            case Arrival.Not not -> not;
        };
    }

    private Outcome ask(NodeName node, Action action) {
        return cluster.send(node, action, Deadline.in(timeout));
    }

    // A daemon works out its layers' digests from what it has unpacked.
    private Arrival compared(NodeName from, String id, NodeName to, String got) {
        var there = content(ask(to, new InspectImage(got)));
        if (there.isPresent() && there.equals(content(ask(from, new InspectImage(id))))) {
            return named(to, got);
        }
        var _ = ask(to, new RemoveImage(got, false));
        return not("what came from %s is another image, and is removed again".formatted(from));
    }

    private static Optional<ImageJson.Content> content(Outcome described) {
        try {
            return described instanceof Done(Result.Document(var document))
                    ? Optional.of(ImageJson.content(document))
                    : Optional.empty();
        } catch (UnexpectedJsonException e) {
            return Optional.empty();
        }
    }

    private Arrival named(NodeName to, String id) {
        var name = TaggedName.of(reference, id);
        if (name.isEmpty()) {
            return new Arrival.There(id);
        }
        var tagged = ask(to, new TagImage(id, name.get().repository(), name.get().tag()));
        return tagged instanceof Done ? new Arrival.There(id) : new Arrival.Not(tagged);
    }

    private static Arrival.Not not(String why) {
        return new Arrival.Not(new Failed(new Failure(Kind.DAEMON_ERROR, why)));
    }

    private Arrival copied(NodeName from, String id, NodeName to) {
        return switch (open(from, new SaveImages(List.of(id)))) {
            case Opening.Not(var why) -> new Arrival.Not(of(from, why));
            case Opening.Open(var source) -> {
                try (source) {
                    yield switch (open(to, new LoadImages())) {
                        case Opening.Not(var why) -> new Arrival.Not(why);
                        case Opening.Open(var target) -> {
                            try (target) {
                                yield copied(source, from, target);
                            }
                        }
                    };
                }
            }
        };
    }

    private Opening open(NodeName node, Streaming what) {
        var opening = cluster.open(node, what, Deadline.in(timeout));
        if (opening instanceof Opening.Open(var session)) {
            session.limit(Patience.with(what, timeout));
        }
        return opening;
    }

    // Not the target's fault: it is said whose.
    private static Outcome of(NodeName node, Outcome why) {
        return why instanceof Failed(var failure)
                ? new Failed(new Failure(failure.kind(), node + ": " + failure.message()))
                : new Unreachable("%s does not send it".formatted(node));
    }

    private static Arrival copied(Session source, NodeName from, Session target) {
        try {
            while (true) {
                switch (source.receive()) {
                    case Frame.Out(var bytes) -> target.send(new Frame.In(bytes));
                    case Frame.Ended _ -> {
                        target.send(new Frame.EndOfInput());
                        return loaded(target);
                    }
                    case Frame.Failed(var why) -> {
                        return new Arrival.Not(of(from, why));
                    }
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            // Whoever takes no more says why.
            return loaded(target);
        }
    }

    private static Arrival loaded(Session target) {
        var said = new ArrayList<RawJson>();
        try {
            while (true) {
                switch (target.receive()) {
                    case Frame.Ended _ -> {
                        return ImageJson.loadedId(said)
                                .<Arrival>map(Arrival.There::new)
                                .orElseGet(() -> not("its daemon does not say what it has got"));
                    }
                    case Frame.Failed(var why) -> {
                        return new Arrival.Not(why);
                    }
                    case Frame.Document(var document) -> said.add(document);
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            return new Arrival.Not(
                    new Unreachable("the connection to it broke: " + e.getMessage()));
        } catch (UnexpectedJsonException e) {
            return not("cannot read what its daemon says: " + e.getMessage());
        }
    }
}
