package io.herd.engine;

import io.herd.action.Streaming.Window;
import java.nio.ByteBuffer;

/** A daemon's stream that takes no notice of its listener. */
public interface OneWay extends DaemonStream {

    @Override
    default void write(ByteBuffer input) {}

    @Override
    default void endInput() {}

    @Override
    default void resize(Window window) {}

    @Override
    default void abandon() {}
}
