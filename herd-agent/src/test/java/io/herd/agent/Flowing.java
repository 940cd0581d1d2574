package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.guard.Guard;
import io.herd.model.NodeName;
import io.herd.policy.Policy;
import io.herd.stream.StreamHandler;
import java.time.Duration;
import java.util.Optional;

/** What an agent serves of its daemon, for tests outside of this package. */
public final class Flowing {

    private Flowing() {}

    public static StreamHandler of(Engine engine) {
        var name = new NodeName("a");
        return new LocalStreams(
                name,
                engine,
                new Guard(name, engine, () -> Policy.USUAL, false),
                Optional.empty(),
                Duration.ofSeconds(10));
    }
}
