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
 * How large answers are. An answer takes heap before its size is known, so the last one of its kind
 * says what to expect.
 */
final class Sizes {

    // Where only a daemon's word and an id come back.
    private static final long SMALL = 16 << 10;

    private final long unknown;
    private final Map<DockerModRequest, Long> last = new ConcurrentHashMap<>();

    /**
     * @param unknown bytes to expect of a document of which none has been seen
     */
    Sizes(long unknown) {
        this.unknown = unknown;
    }

    /** Bytes. */
    long expected(DockerModRequest request) {
        return switch (request) {
            case Inspect _, ListContainers _, ListImages _ ->
                    last.getOrDefault(kind(request), unknown);
            case Create _, Start _, Stop _, Restart _, Delete _, Register _, Unregister _ -> SMALL;
        };
    }

    /**
     * @param bytes how large its answer was
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
