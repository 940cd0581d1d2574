package io.herd.docker;

import io.herd.action.Frame;
import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.model.NodeName;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Brings an image from a node that has it to one that lacks it: saved there, loaded here without a
 * name, and named only once it is whole.
 */
record ImageCopy(Daemons daemons) {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");

    /**
     * @throws ApiException that no node has it, in docker's words; or why it did not arrive
     */
    void bring(String reference, NodeName to) throws ApiException {
        var found = new ImageOwner(daemons).of(reference);
        var from = found.nodes().getFirst();
        LOG.log(Level.INFO, "copying image {0} from {1} to {2}", reference, from, to);
        copy(found.id(), from, to);
        var there = daemons.call(to, ApiRequest.get(image(found.id()) + "/json", ""));
        if (!there.ok()) {
            throw new ApiException(
                    500,
                    "the image %s came to %s from %s with another id: pull it there"
                            .formatted(reference, to, from));
        }
        name(found.id(), reference, to);
    }

    private static String image(String id) {
        return "/images/" + ApiRequest.encodedPath(id);
    }

    private void copy(String id, NodeName from, NodeName to) throws ApiException {
        var save = ApiRequest.get(image(id) + "/get", "");
        var load =
                new ApiRequest(
                        "POST",
                        Optional.empty(),
                        "/images/load",
                        "quiet=1",
                        List.of(new Header("Content-Type", "application/x-tar")),
                        new ApiBody.Unsized());
        try (var source = daemons.relay(from, save);
                var target = daemons.relay(to, load)) {
            begin(source, from);
            pump(source, from, target, to);
            begin(target, to);
        }
    }

    private static void begin(DaemonStream stream, NodeName node) throws ApiException {
        try {
            if (!(stream.next() instanceof Frame.Head(var head)) || head.status() >= 300) {
                throw new ApiException(500, node + ": its Docker daemon does not copy the image");
            }
        } catch (EngineException e) {
            throw ApiException.of(node, e.failure());
        }
    }

    private static void pump(DaemonStream source, NodeName from, DaemonStream target, NodeName to)
            throws ApiException {
        while (true) {
            Frame frame;
            try {
                frame = source.next();
            } catch (EngineException e) {
                throw ApiException.of(from, e.failure());
            }
            try {
                switch (frame) {
                    case Frame.Out(var bytes) -> target.write(bytes);
                    case Frame.Ended _ -> {
                        target.endInput();
                        return;
                    }
                    case Frame other -> throw new ApiException(500, from + ": it sends " + other);
                }
            } catch (EngineException e) {
                throw ApiException.of(to, e.failure());
            }
        }
    }

    private void name(String id, String reference, NodeName node) throws ApiException {
        int at = reference.indexOf('@');
        if (at >= 0 || id.startsWith(reference) || id.startsWith("sha256:" + reference)) {
            return;
        }
        int colon = reference.lastIndexOf(':');
        boolean tagged = colon > reference.lastIndexOf('/');
        var tag =
                new ApiRequest(
                                "POST",
                                Optional.empty(),
                                image(id) + "/tag",
                                "",
                                List.of(),
                                new ApiBody.None())
                        .with(
                                "repo",
                                Optional.of(tagged ? reference.substring(0, colon) : reference))
                        .with(
                                "tag",
                                Optional.of(tagged ? reference.substring(colon + 1) : "latest"));
        need(daemons.call(node, tag), node);
    }

    private void need(ApiResponse response, NodeName node) throws ApiException {
        if (!response.ok()) {
            throw new ApiException(
                    response.head().status(), Errors.at(node, daemons.self(), response));
        }
    }
}
