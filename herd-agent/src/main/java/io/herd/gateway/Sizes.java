package io.herd.gateway;

import io.herd.json.SeedRequest;
import io.herd.json.SeedRequest.Create;
import io.herd.json.SeedRequest.Delete;
import io.herd.json.SeedRequest.Inspect;
import io.herd.json.SeedRequest.ListContainers;
import io.herd.json.SeedRequest.ListImages;
import io.herd.json.SeedRequest.Register;
import io.herd.json.SeedRequest.Restart;
import io.herd.json.SeedRequest.Start;
import io.herd.json.SeedRequest.Stop;
import io.herd.json.SeedRequest.Unregister;
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
    private final Map<SeedRequest, Long> last = new ConcurrentHashMap<>();

    /**
     * @param unknown bytes to expect of a document of which none has been seen
     */
    Sizes(long unknown) {
        this.unknown = unknown;
    }

    /** Bytes. */
    long expected(SeedRequest request) {
        return switch (request) {
            case Inspect _, ListContainers _, ListImages _ ->
                    last.getOrDefault(kind(request), unknown);
            case Create _, Start _, Stop _, Restart _, Delete _, Register _, Unregister _ -> SMALL;
        };
    }

    /**
     * @param bytes how large its answer was
     */
    void seen(SeedRequest request, long bytes) {
        switch (request) {
            case Inspect _, ListContainers _, ListImages _ -> last.put(kind(request), bytes);
            case Create _, Start _, Stop _, Restart _, Delete _, Register _, Unregister _ -> {}
        }
    }

    private static SeedRequest kind(SeedRequest request) {
        return request instanceof Inspect ? new Inspect("") : request;
    }
}
