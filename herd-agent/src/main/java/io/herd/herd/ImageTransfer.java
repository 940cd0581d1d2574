package io.herd.herd;

import io.herd.action.Action.InspectImage;
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
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.TaggedName;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import io.herd.stream.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Brings an image from one node to another: saved there by its id, loaded here without a name, and
 * named only once it is whole.
 *
 * @param timeout for each question, for the beginning of the copy, and for silence in it
 */
public record ImageTransfer(Cluster cluster, String id, String reference, Duration timeout) {

    /** Returns {@link Done}, or why it is not there. */
    public Outcome of(NodeName from, NodeName to) {
        var there = inspected(to);
        // It may be there under another name, or without one.
        if (Outcomes.notFound(there)) {
            var copied = copied(from, to);
            if (!(copied instanceof Done)) {
                return copied;
            }
            there = inspected(to);
        }
        if (Outcomes.notFound(there)) {
            return failed(
                    "it came from %s under another id: the two daemons keep images in different ways; pull it there"
                            .formatted(from));
        }
        return there instanceof Done ? named(to, there) : there;
    }

    private Outcome inspected(NodeName node) {
        return cluster.send(node, new InspectImage(id), Deadline.in(timeout));
    }

    private Outcome named(NodeName to, Outcome there) {
        return TaggedName.of(reference, id)
                .map(it ->
                        cluster.send(
                                to,
                                new TagImage(id, it.repository(), it.tag()),
                                Deadline.in(timeout)))
                .orElse(there);
    }

    private static Outcome failed(String why) {
        return new Failed(new Failure(Kind.DAEMON_ERROR, why));
    }

    private Outcome copied(NodeName from, NodeName to) {
        return switch (open(from, new SaveImages(List.of(id)))) {
            case Opening.Not(var why) -> of(from, why);
            case Opening.Open(var source) -> {
                try (source) {
                    yield switch (open(to, new LoadImages())) {
                        case Opening.Not(var why) -> why;
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

    private static Outcome copied(Session source, NodeName from, Session target) {
        try {
            while (true) {
                switch (source.receive()) {
                    case Frame.Out(var bytes) -> target.send(new Frame.In(bytes));
                    case Frame.Ended _ -> {
                        target.send(new Frame.EndOfInput());
                        return loaded(target);
                    }
                    case Frame.Failed(var why) -> {
                        return of(from, why);
                    }
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            // Whoever takes no more says why.
            return loaded(target);
        }
    }

    private static Outcome loaded(Session target) {
        try {
            while (true) {
                switch (target.receive()) {
                    case Frame.Ended _ -> {
                        return new Done(new Result.Nothing());
                    }
                    case Frame.Failed(var why) -> {
                        return why;
                    }
                    case Frame _ -> {}
                }
            }
        } catch (IOException e) {
            return new Unreachable("the connection to it broke: " + e.getMessage());
        }
    }
}
