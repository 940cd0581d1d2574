package io.herd.agent;

import io.herd.concurrent.Parallel;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.json.docker.DaemonInfoJson;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.Image;
import io.herd.model.NodeName;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers that a daemon has of its images. */
record StoredLayers(NodeName node, Engine engine) {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");

    /**
     * Layers that need not be sent.
     *
     * @param digests as the files in an archive are called, the lowest first
     * @param keeper the image here without which they may be gone, if only that keeps them
     */
    record Shared(List<String> digests, Optional<String> keeper) {

        static final Shared NONE = new Shared(List.of(), Optional.empty());
    }

    /** An image here, and how many of its lowest layers are those of another. */
    private record Candidate(String id, int common) {}

    /**
     * Those of an image's layers that need not be sent: always the lowest, because a daemon knows a
     * layer by all that are below it, too.
     *
     * @param layers digests, the lowest first
     */
    Shared of(List<String> layers, Deadline deadline) throws EngineException {
        var listed = engine.images().list(false, Map.of(), deadline);
        var ids =
                ImageFetch.read(() -> ImageJson.list(node, listed)).stream()
                        .map(Image::id)
                        .distinct()
                        .toList();
        var best =
                Parallel.map(ids, id -> new Candidate(id, common(layers, layers(id, deadline))))
                        .stream()
                        .filter(it -> it.common() > 0)
                        .max(Comparator.comparingInt(Candidate::common));
        return best.isPresent() ? shared(layers, best.get(), deadline) : Shared.NONE;
    }

    private Shared shared(List<String> layers, Candidate best, Deadline deadline)
            throws EngineException {
        var info = engine.info(deadline);
        return ImageFetch.read(() -> DaemonInfoJson.imagesInContainerd(info))
                ? compressed(best, deadline)
                : new Shared(layers.subList(0, best.common()), Optional.empty());
    }

    // containerd wants layers as they are compressed. What it has unpacked does not tell whether it
    // has that, too: only an archive does.
    private Shared compressed(Candidate best, Deadline deadline) {
        try {
            var saved = engine.images().savedLayers(best.id(), deadline);
            return saved.size() < best.common()
                    ? Shared.NONE
                    : new Shared(saved.subList(0, best.common()), Optional.of(best.id()));
        } catch (EngineException e) {
            // Sending what is there takes only time.
            LOG.log(
                    Level.INFO,
                    "cannot tell the layers of image {0}: {1}",
                    best.id(),
                    e.getMessage());
            return Shared.NONE;
        }
    }

    private List<String> layers(String id, Deadline deadline) throws EngineException {
        var image = ImageFetch.inspected(engine, id, deadline);
        // Otherwise it has been removed meanwhile.
        return image.isPresent()
                ? ImageFetch.read(() -> ImageJson.content(image.get())).layers()
                : List.of();
    }

    private static int common(List<String> some, List<String> others) {
        int n = 0;
        while (n < Math.min(some.size(), others.size()) && some.get(n).equals(others.get(n))) {
            n++;
        }
        return n;
    }
}
