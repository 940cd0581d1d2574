package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.guard.Guard;
import io.herd.model.NodeName;
import io.herd.policy.Policy;
import io.herd.stream.StreamHandler;
import java.util.Optional;

/** What an agent serves of its daemon, for tests outside of this package. */
public final class Flowing {

    private Flowing() {}

    public static StreamHandler of(Engine engine) {
        return new LocalStreams(
                engine,
                new Guard(new NodeName("a"), engine, () -> Policy.USUAL, false),
                Optional.empty());
    }
}
