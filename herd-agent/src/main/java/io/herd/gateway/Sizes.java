package io.herd.gateway;

import io.herd.json.dockermod.DockerModRequest;
import io.herd.json.dockermod.DockerModRequest.Create;
import io.herd.json.dockermod.DockerModRequest.Delete;
import io.herd.json.dockermod.DockerModRequest.Inspect;
import io.herd.json.dockermod.DockerModRequest.ListContainers;
import io.herd.json.dockermod.DockerModRequest.ListImages;
import io.herd.json.dockermod.DockerModRequest.Register;
import io.herd.json.dockermod.DockerModRequest.Restart;
import io.herd.json.dockermod.DockerModRequest.Start;
import io.herd.json.dockermod.DockerModRequest.Stop;
import io.herd.json.dockermod.DockerModRequest.Unregister;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Estimates the size of answers from the last one of the same kind, because an answer takes heap
 * before its size is known. Thread-safe.
 */
final class Sizes {

    // For answers with only a status and an id.
    private static final long SMALL = 16 << 10;

    private final long unknown;
    private final Map<DockerModRequest, Long> last = new ConcurrentHashMap<>();

    /**
     * @param unknown bytes to expect for a kind of document that has not been seen yet
     */
    Sizes(long unknown) {
        this.unknown = unknown;
    }

    /** The expected size of the answer, in bytes. */
    long expected(DockerModRequest request) {
        return switch (request) {
            case Inspect _, ListContainers _, ListImages _ ->
                    last.getOrDefault(kind(request), unknown);
            case Create _, Start _, Stop _, Restart _, Delete _, Register _, Unregister _ -> SMALL;
        };
    }

    /**
     * Remembers the size of an answer.
     *
     * @param bytes size of the answer
     */
    void seen(DockerModRequest request, long bytes) {
        switch (request) {
            case Inspect _, ListContainers _, ListImages _ -> last.put(kind(request), bytes);
            case Create _, Start _, Stop _, Restart _, Delete _, Register _, Unregister _ -> {}
        }
    }

    private static DockerModRequest kind(DockerModRequest request) {
        return request instanceof Inspect ? new Inspect("") : request;
    }
}
