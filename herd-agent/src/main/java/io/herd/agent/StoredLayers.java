package io.herd.agent;

import io.herd.concurrent.Parallel;
import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.json.docker.DaemonInfoJson;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.Image;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;

/** The layers that a daemon has of its images. */
record StoredLayers(NodeName node, Engine engine) {

    /**
     * Those of an image's layers that need not be sent: always the lowest, because a daemon knows a
     * layer by all that are below it, too. None where containerd keeps images, which wants the
     * layers as they are compressed.
     *
     * @param layers digests, the lowest first
     */
    List<String> of(List<String> layers, Deadline deadline) throws EngineException {
        var info = engine.info(deadline);
        if (ImageFetch.read(() -> DaemonInfoJson.imagesInContainerd(info))) {
            return List.of();
        }
        var listed = engine.images().list(false, Map.of(), deadline);
        var images =
                ImageFetch.read(() -> ImageJson.list(node, listed)).stream()
                        .map(Image::id)
                        .toList();
        int most =
                Parallel.map(images.stream().distinct().toList(), id -> layers(id, deadline))
                        .stream()
                        .mapToInt(has -> common(layers, has))
                        .max()
                        .orElse(0);
        return layers.subList(0, most);
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
