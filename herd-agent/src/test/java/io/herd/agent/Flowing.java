package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.stream.StreamHandler;
import java.util.Optional;

/** What an agent serves of its daemon, for tests outside of this package. */
public final class Flowing {

    private Flowing() {}

    public static StreamHandler of(Engine engine) {
        return new LocalStreams(engine, Optional.empty());
    }
}
