package io.herd.json.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.fuzz.Fuzz;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.HerdContainers;
import io.herd.json.api.HerdImages;
import io.herd.json.api.HerdInfo;
import io.herd.json.api.HerdResources;
import io.herd.json.api.NodeContainers;
import io.herd.json.api.NodeDocument;
import io.herd.json.api.Summed;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A daemon that answers nonsense is said to, whatever it was asked. */
class DaemonFuzzTest {

    private static final NodeName A = new NodeName("a");

    /** Reads what a daemon has answered, for one of its endpoints. */
    private interface Reader {
        Object read(RawJson answer) throws Exception;
    }

    private static final List<Reader> READERS =
            List.of(
                    it -> ContainerJson.list(A, it),
                    ContainerJson::ids,
                    it -> ContainerJson.described(A, it),
                    ContainerJson::changes,
                    ContainerJson::created,
                    ContainerJson::published,
                    DaemonInfoJson::read,
                    DiskJson::uses,
                    it -> DockerJson.message(it.text()),
                    DockerJson::list,
                    DockerJson::created,
                    it -> DockerJson.profile(it, new RawJson("[]")),
                    it -> DockerJson.profile(new RawJson("{\"ApiVersion\":\"1.47\"}"), it),
                    DockerJson::oldestApiVersion,
                    it -> DockerJson.info(it, "1.47"),
                    DockerJson::exitCode,
                    DockerJson::id,
                    DockerJson::event,
                    DockerJson::labels,
                    it -> DockerJson.filters(it.text()),
                    it -> ImageJson.list(A, it),
                    it -> ImageJson.described(A, it),
                    ImageJson::content,
                    it -> ImageJson.loadedId(List.of(it)),
                    ImageJson::savedLayers,
                    ImageJson::removed,
                    ImageJson::history,
                    ImageJson::progress,
                    ImageJson::pruned,
                    it -> LoginJson.answer("registry", it.text()),
                    OwnerLabel::ofContainer,
                    OwnerLabel::ofResource,
                    PathJson::found,
                    ProcessJson::container,
                    ProcessJson::table,
                    ProcessJson::execId,
                    ProcessJson::execState,
                    ProcessJson::actor,
                    it -> PullJson.of(it.text()),
                    it -> ResourceJson.list(ResourceKind.VOLUME, A, it),
                    it -> ResourceJson.list(ResourceKind.NETWORK, A, it),
                    it -> ResourceJson.described(A, it),
                    it -> ResourceJson.made(ResourceKind.VOLUME, A, it),
                    StatsJson::usage);

    private static final List<Reader> MERGERS =
            List.of(
                    it -> {
                        var containers = new HerdContainers();
                        containers.add(part(it));
                        containers.add(part(it));
                        return containers.list(1);
                    },
                    it -> HerdContainers.inspected(part(it)),
                    it -> {
                        var images = new HerdImages();
                        images.add(part(it));
                        images.add(part(it));
                        return images.list() + images.count();
                    },
                    it -> HerdInfo.of("herd", List.of(part(it), part(it)), Map.of("c", "lost"), 3),
                    it -> HerdInfo.version(part(it), "1.47", "1.24", "1.0"),
                    it -> {
                        var resources = new HerdResources();
                        resources.addNetworks(part(it));
                        return resources.networkList();
                    },
                    it -> {
                        var resources = new HerdResources();
                        resources.addVolumes(part(it));
                        return resources.volumeList();
                    },
                    it -> HerdResources.count(part(it)),
                    it -> HerdResources.one(part(it)),
                    it -> NodeContainers.of(part(it)).holds(80),
                    it -> part(it).only(_ -> true),
                    it -> Summed.of(List.of(part(it), part(it))));

    @Test
    void anAnswerIsReadOrUnexpected() throws Exception {
        fuzz(READERS);
    }

    @Test
    void anAnswerIsMergedWithOthersOrUnexpected() throws Exception {
        fuzz(MERGERS);
    }

    private static void fuzz(List<Reader> readers) throws Exception {
        Fuzz.of("daemon")
                .give(input -> {
                    for (var reader : readers) {
                        try {
                            reader.read(new RawJson(new String(input, UTF_8)));
                        } catch (UnexpectedJsonException e) {
                            // As it should be.
                        }
                    }
                });
    }

    private static NodeDocument part(RawJson answer) {
        return new NodeDocument(A, "10.0.0.1", answer.text());
    }
}
